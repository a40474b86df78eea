import type { Command } from '#core/cli/command.ts'
import { readConfig } from '#core/config/config.ts'
import { trustWitness } from '#ground/record/trust-witness.ts'
import { withHouse } from '../import/with-house.ts'

export const command: Command = {
  name: 'witness',
  summary: 'Trusts an outside witness of the record, so that its cosignatures count.',
  usage: `Usage: ./moot witness KEY

KEY is the witness’s verifier key (name+id+base64), as “node verify/verify.mjs watch” prints it. Get it from the witness itself.`,
  async run([key = ''], terminal) {
    if (key === '') {
      terminal.err('Give the witness’s verifier key.')
      return 2
    }
    return withHouse(readConfig(), terminal, async ({ db, clock }) => {
      const trusted = await trustWitness(db, key, clock.now())
      if (!trusted.ok)
        terminal.err(
          'This is not the key of a witness: it reads name+id+base64 and is of the cosigning kind.',
        )
      else terminal.out(`${trusted.name} is trusted from now on.`)
      return trusted.ok ? 0 : 1
    })
  },
}
