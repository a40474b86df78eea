import { defineMessages, say, sayWith } from '#core/i18n/messages.ts'

type Count = { count: number }

const k = defineMessages('unit-kinds', {
  national: say('Whole organisation'),
  nationals: sayWith<Count>('{count, plural, one {# whole organisation} other {# whole organisations}}'),
  nation: say('Nation'),
  nations: sayWith<Count>('{count, plural, one {# nation} other {# nations}}'),
  region: say('Region'),
  regions: sayWith<Count>('{count, plural, one {# region} other {# regions}}'),
  county: say('County'),
  counties: sayWith<Count>('{count, plural, one {# county} other {# counties}}'),
  district: say('District'),
  districts: sayWith<Count>('{count, plural, one {# district} other {# districts}}'),
  constituency: say('Constituency'),
  constituencies: sayWith<Count>('{count, plural, one {# constituency} other {# constituencies}}'),
  ward: say('Ward'),
  wards: sayWith<Count>('{count, plural, one {# ward} other {# wards}}'),
  branch: say('Branch'),
  branches: sayWith<Count>('{count, plural, one {# branch} other {# branches}}'),
  group: say('Group'),
  groups: sayWith<Count>('{count, plural, one {# group} other {# groups}}'),
  network: say('Network'),
  networks: sayWith<Count>('{count, plural, one {# network} other {# networks}}'),
  union: say('Affiliated union'),
  unions: sayWith<Count>('{count, plural, one {# affiliated union} other {# affiliated unions}}'),
  society: say('Affiliated society'),
  societies: sayWith<Count>('{count, plural, one {# affiliated society} other {# affiliated societies}}'),
  affiliate: say('Affiliate'),
  affiliates: sayWith<Count>('{count, plural, one {# affiliate} other {# affiliates}}'),
})

/** One of a kind, and how many of it. */
export const KIND_MESSAGES = {
  national: { one: k.national, many: k.nationals },
  nation: { one: k.nation, many: k.nations },
  region: { one: k.region, many: k.regions },
  county: { one: k.county, many: k.counties },
  district: { one: k.district, many: k.districts },
  constituency: { one: k.constituency, many: k.constituencies },
  ward: { one: k.ward, many: k.wards },
  branch: { one: k.branch, many: k.branches },
  group: { one: k.group, many: k.groups },
  network: { one: k.network, many: k.networks },
  union: { one: k.union, many: k.unions },
  society: { one: k.society, many: k.societies },
  affiliate: { one: k.affiliate, many: k.affiliates },
} as const
