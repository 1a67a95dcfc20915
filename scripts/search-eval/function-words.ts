const FUNCTION_WORDS = new Set(
  (
    'và của có là các những cho được trong với một để từ theo khi như này đó về tại bằng trên dưới đến ra vào thì mà hay ' +
    'hoặc ở do bởi vì nên cũng đã đang sẽ rất không nào gì ai sao thế nhằm giữa cùng còn chỉ qua lại sau trước ngoài ' +
    'nhiều ít mỗi mọi người nhưng nếu tuy vẫn đều hơn nhất rằng bị lên xuống đây kia ấy cả chưa làm việc thường gồm ' +
    'the and for with from are was were been has have had that this these those its their they them our your not but can ' +
    'may will would could should also into onto over under between within without through during about after before more ' +
    'most such than then when where which while who whom whose what how why both each any all some other only very being ' +
    'used using use based does did done per via'
  ).split(' '),
)

/** Whether a word in lower case, with its marks, says nothing of its own: nobody remembers a text by it. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word)
}
