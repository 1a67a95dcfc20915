/** What a question asks for, said in a sentence: in letters, feeds and on the pages of saved searches. */
export const questions = {
  everything: 'Tất cả tin đăng',
  quoted: (text: string) => `“${text}”`,
  exact: 'đúng như đã gõ',
  trl: 'TRL',
  price: 'Giá hoặc ngân sách',
  range: {
    from: (from: string) => `từ ${from}`,
    to: (to: string) => `đến ${to}`,
    both: (from: string, to: string) => `${from} – ${to}`,
  },
}
