import { defineSlice } from '#core/slice/define-slice.ts'

export const people = defineSlice({
  name: 'people',
  tables: [
    'people',
    'memberships',
    'sign_in_links',
    'sessions',
    'passkeys',
    'passkey_challenges',
    'recovery_codes',
    'access_tokens',
    'lookups',
  ],
})
