/** One line on the terminal that is drawn over as work goes on; silent where the output is not a terminal. */
export function progressLine(title: string): {
  update: (done: number, total: number, stage: string) => void
  end: () => void
} {
  const { stderr } = process
  let drawn = false
  return {
    update: (done, total, stage) => {
      if (!stderr.isTTY) return
      drawn = true
      stderr.write(`\r\u001B[2K${title}: ${stage} ${done}/${total}`)
    },
    end: () => {
      if (drawn) stderr.write('\r\u001B[2K')
    },
  }
}
