/** Given names that are common in these islands, in four languages, put together for this screening; those that are also everyday words are left out. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `adam aisha alan alexander alice alison amelia amina amir amy andrew andrzej angela aneurin ania anna anne anthony
  anwen arthur ayesha barbara barry beata ben benjamin bethan betty bogdan brenda brian bronwen callum carol caroline
  carys catherine ceri charles charlotte chloe christine christopher ciara claire colin conor craig daniel darren david
  dawid deborah declan deepa delyth denise dennis derek diane dilys donna dorota douglas dylan edward eilidh eirlys
  elaine eleri elizabeth ella ellen emily emma emyr erin eve ewa ewan fatima fiona fraser gareth gary gavin geoffrey
  george geraint gethin gillian glenys gordon graham grażyna gwen gwilym hannah harry harpreet hassan heather heledd
  helen henry hugh hywel ian ibrahim ieuan imran irena isabella isla iwan jack jacek jacob jakub james jan jane janet
  janina jason jennifer jessica jim joan joanna joanne john jonathan joseph joshua joyce judith julie justyna karen
  karim kasia katarzyna kate katherine kathleen keith kelly kenneth kerry kevin khalid kirsty krystyna krzysztof kwame
  laura lauren leah lee leszek lewis liam linda lisa llinos lorraine louise lowri lucy luke łukasz maciej maggie
  magdalena mair malcolm małgorzata marek margaret maria marian marta martin mary matthew maureen megan mehmet meirion
  michael michał michelle mirosław mohammad mohammed monika morag muhammad myfanwy nadia nasreen natalie neil nia
  nicholas nicola nigel noor oliver olivia olwen omar owain paul paula paweł pamela patricia patrick peter philip
  phyllis piotr priya rachel rafał raymond rebecca rhian rhiannon rhodri rhys richard robert roger ronald rosalind
  rosemary roy ruth ryan ryszard sally samantha samuel sandra sanjay sarah sean shabnam sharon sheila shirley sian
  simon siobhan sioned sophie stanisław stephen steven stuart sunita susan suzanne sylvia tadeusz tariq teresa tesni
  thomas tomasz tracey trevor valerie victoria waldemar wanda wayne wendy wiesław william wojciech yasmin yusuf yvonne
  zahra zainab zbigniew zofia`.split(/\s+/),
)
