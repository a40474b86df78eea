import { defineSlice } from '#core/slice/define-slice.ts'

export const record = defineSlice({
  name: 'record',
  tables: [
    'entries',
    'sealed',
    'unsequenced',
    'receipts',
    'record_leaves',
    'record_tiles',
    'record_keys',
    'checkpoints',
    'witnesses',
    'cosignatures',
  ],
})
