/** Words that Norwegians build passwords from, most tempting first; the library's own lists are English. */
export const norwegianWords: readonly string[] = `
passord hemmelig kantinekortet kantinekort kantine sommer vinter høst vår skole norge elsker fotball familie hytte jul
velkommen påske ferie sommerferie vinterferie høstferie juleferie hund katt hest kanin mamma pappa bestemor bestefar
mormor farmor morfar farfar barn baby jente gutt venn kjæreste skatten hjertet solskinn sol måne stjerne regn snø
regnbue enhjørning prinsesse konge dronning viking drage troll nisse engel tusen hundre sjokolade brunost vaffel
pannekake lunsj matpakke melk kaffe pizza taco grandiosa eple banan bringebær jordbær håndball ski skøyter sykkel båt
bil buss tog volvo toyota tesla traktor gård fjell fjord skog strand hav elv vann lærer elev klasse rektor skolen
barneskole ungdomsskole videregående kontor jobb kommune fylke mandag tirsdag onsdag torsdag fredag lørdag søndag
januar februar mars april mai juni juli august september oktober november desember oslo bergen trondheim stavanger
tromsø kristiansand drammen fredrikstad sarpsborg bodø sandnes ålesund tønsberg haugesund moss hamar molde lillehammer
larvik sandefjord kongsberg gjøvik harstad narvik alta finnmark nordland trøndelag vestland rogaland agder telemark
vestfold buskerud akershus østfold innlandet brann rosenborg vålerenga lillestrøm liverpool arsenal manchester
nora emma sofie olivia ella maja emilie ingrid sara ida anna kari anne hilde marit bente silje hanne lise lars ole
jan per bjørn kjell knut svein arne tor thomas andreas martin jonas emil noah oliver jakob lucas filip henrik magnus
nordmann hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johnsen pettersen eriksen
berg haugen hagen jacobsen halvorsen svendsen solberg moen bakken strand lund ahmed mohammed
`
  .trim()
  .split(/\s+/);
