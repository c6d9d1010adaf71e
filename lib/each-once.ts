/** `of`, asked once for each text as long as there are not too many: dates and words of a file's rows repeat. */
export function eachOnce<Answer>(of: (text: string) => Answer, most = 5000): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const answer = of(text)
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
