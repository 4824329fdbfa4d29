import type { LexiconEntry } from './lexicon-entry.js';
import { seedEntries, type SeedLine } from './lexicon-seed.js';

/**
 * English terms, British and American, as people write them on networks.
 * Prefixes (`*`) take in the endings; accents and case do not matter.
 */
const LINES: readonly SeedLine[] = [
  // — Injury or death —
  [
    'injury_or_death',
    10,
    `killed, kills, people dead, found dead, dead after, are dead, feared dead, dead and injured, dead in, died, dies, died in, dies in, died after, dying in hospital, death toll, deaths, fatal, fatally, fatality, fatalities, casualties, casualty, lost his life, lost her life, lost their lives, loss of life, victims, body count,
    dozens injured, many injured, several injured, dead and wounded`,
  ],
  [
    'injury_or_death',
    8,
    `burned hand, burnt hand, burned by, burnt by, burns a hand, hand was burned, burns rider, burns customer, burns woman, burns man, burns child, woman burned, man burned, customer burned, injured, injuring, injuries, seriously hurt, badly hurt, got hurt, people hurt, hurt in, severely burned, burned my, burnt my, burned me, burnt me, was burned, was burnt, got burned by, got burnt by, burned her, burned his, burnt her, burnt his, second degree burns, third degree burns, burns on, burn injuries, scalded, electrocuted, electric shock,
    rushed to hospital, rushed to the hospital, taken to hospital, taken to the hospital, ended up in hospital, ended up in the hospital, in the hospital after, in hospital after, hospitalised, hospitalized, ended up in the ER, went to the ER, trip to the ER, emergency room, life threatening, life support, intensive care, critical condition,
    food poisoning, poisoned, poisoning, choked on, nearly choked, almost choked, choking hazard, suffocated, drowned, amputated, lost a finger, lost an eye, anaphylactic shock, anaphylaxis, heart attack, cardiac arrest, paralysed, paralyzed, concussion, trapped under, missing after`,
  ],
  [
    'injury_or_death',
    7,
    `injury, hurt my, hurt me, hurt himself, hurt herself, cut my, sliced my, broke my arm, broke my leg, broke my wrist, broken leg, broken arm, broken bone, broken bones, stitches, fractured, fracture, bleeding, bled, blood everywhere, unconscious, passed out, fainted, seizure, nearly died, almost died, could have died, nearly killed, almost killed, could have killed,
    derailed, derailment, train crash, plane crash, helicopter crash, car crash, bus crash, crash site, fatal crash, sexually assaulted, sexual assault, raped, rape, stabbed, shot dead, suicide, miscarriage, burns, crashes into, crashed into, crashing into, crash into, helicopter crashes, helicopter crashed, plane crashes, plane crashed, train crashed, still missing, remain missing, people missing, feared missing`,
  ],
  ['injury_or_death', 5, `dead`],
  [
    'injury_or_death',
    4,
    `accident, hospital, ambulance, paramedics, first responders, first aid, death, deadly, tragedy, tragic, RIP, rest in peace, condolences, thoughts and prayers, prayers for, hurt, wounded`,
  ],
  // — Safety or health —
  [
    'safety_health',
    10,
    `dangerous, not safe, unsafe, safety hazard, health hazard, fire hazard, fire risk, hazardous, caught fire, catches fire, catch fire, catching fire, on fire, went up in flames, in flames, burst into flames, bursting into flames, exploded, explodes, exploding, explosion, explosions, blast, blew up in, blew up while, blaze, house fire, kitchen fire, huge fire, fire at, fire in,
    melted, sparks, sparking, smoke coming, burning smell, overheated, overheats, overheating, gas leak, carbon monoxide, toxic, toxic fumes, chemical leak, chemical spill, contaminated, contamination, listeria, salmonella, e coli, legionella, norovirus, asbestos, carcinogen, carcinogenic, heavy metals, lead paint,
    product recall, safety recall, has been recalled, been recalled, recall notice, foreign object, piece of glass, pieces of glass, glass in my, piece of metal, piece of plastic in, metal in my, plastic in my, allergic reaction, undeclared allergen, undeclared allergens, peanut allergy, made me sick, made us sick, made me ill, made my son sick, made my daughter sick, got sick after, sick after eating, ill after eating, vomiting, throwing up all night,
    brakes failed, brake failure, airbag failed, airbags, lost control, bed bugs, bedbugs, cockroach, cockroaches, maggot, maggots, mouse droppings, rat in, rats in, rodents, mouldy, moldy, mold in, mould in, collapsed, evacuated, evacuation, evacuate, state of emergency`,
  ],
  [
    'safety_health',
    6,
    `hazard, emergency, health risk, public health, unsanitary, unhygienic, filthy kitchen, food safety, hygiene, stomach ache, stomach bug, rash, skin irritation, hives, allergic, allergy, allergies, side effect, side effects, sharp edge, sharp edges, out of date food, expired food, past its sell by, uncooked chicken, raw chicken, undercooked, air quality, hazmat, respiratory, breathing problems, smog, haze`,
  ],
  ['safety_health', 4, `danger, smoke, fumes, recall, fire, burning, flames`],
  ['safety_health', 2, `sick, ill, risk, risks, risking`],
  // — Data breach or fraud —
  [
    'data_breach_fraud',
    10,
    `data breach, databreach, data breaches, data leak, dataleak, data leaks, data leaked, leaked data, leaked my data, my data was leaked, data was stolen, stolen data, data stolen, data exposed, exposed data, exposed my, customer data, data on the dark web, dark web, passwords leaked, leaked passwords, passwords in plain text, plaintext passwords, plain text password, database leaked, database for sale,
    systems hacked, company hacked, servers hacked, database hacked, security flaw, security hole, vulnerability, zero day, cyberattack, cyber attack, ransomware, malware, identity theft, stole my identity, stolen identity, stolen card, card details stolen, someone else's account, another customer's details, see other people's, sim swap,
    fraud, fraudulent, fraudulently, fraudster, fraudsters, defrauded, phishing, unauthorised charge, unauthorized charge, unauthorised charges, unauthorized charges, unauthorised transaction, unauthorized transaction, unauthorised payment, unauthorized payment, emptied my account, drained my account, money stolen, stole my money, stolen from my account, gdpr breach, breach of gdpr, embezzled, ponzi, counterfeit, data protection`,
  ],
  [
    'data_breach_fraud',
    7,
    `dodgy link, dodgy text, dodgy email, suspicious link, suspicious text, click here to pay, pay here, hacked, hacker, hackers, hacking, account was compromised, account compromised, been compromised, scam, scams, scammed, scammer, scammers, scamming, conned, con artists, charged twice, charged me twice, double charged, charged two times, charged 3 times, charged without, charged me without, billed twice, billed me twice, took money from my account, taken from my account without, unknown charge, don't recognise this charge, don't recognize this charge, fake website, fake site, fake account, fake email, fake text, fake product, fakes, false advertising, misleading advertising, misleading ad,
    bait and switch, leaked, stolen, stole, theft, sold my data, selling my data, sell our data, selling our data, privacy violation, spying on, locked out after hack, suspicious activity, suspicious login, suspicious email, someone logged into, logged into my account, password was changed`,
  ],
  // — Discrimination or harassment —
  [
    'discrimination_harassment',
    10,
    `only checked the black, black passengers, because we are black, because we're black, because I'm a woman, because I am a woman, followed me home, catcalled, because of my accent, racist, racists, racism, racial profiling, racially profiled, sexist, sexism, misogynist, misogynistic, misogyny, homophobic, homophobia, transphobic, transphobia, antisemitic, antisemitism, anti semitic, islamophobic, islamophobia, ableist, ableism, ageist, ageism, fatphobic, bigot, bigots, bigotry, discriminated, discriminate, discriminates, discrimination, discriminating, discriminatory, xenophobic, xenophobia,
    harassed, harassment, harassing, harasses, sexual harassment, sexually harassed, groped, predator, bullied, bullying, hate speech, racial slur, racial slurs, slurs, n word, blackface, white supremacist, white supremacy, nazi, kicked out because, refused service because, denied boarding because, because I'm black, because I am black, because of my skin, because of my race, because of my hijab, because of my disability, wheelchair user refused`,
  ],
  [
    'discrimination_harassment',
    6,
    `offensive, tone deaf, stereotype, stereotypes, stereotyping, humiliated, humiliating, humiliation, degrading, demeaning, gender pay gap, pay gap, guide dog, service dog, service animal, wheelchair, not accessible, accessibility, intimidated, stalking, stalked, toxic workplace, hostile workplace, metoo, me too movement`,
  ],
  // — Legal threat, authorities —
  [
    'legal_authorities',
    10,
    `lawsuit, lawsuits, class action, sue you, suing, sue them, sued, going to sue, my lawyer, my lawyers, our lawyers, my attorney, my solicitor, hear from my lawyer, hear from my lawyers, legal action, take you to court, taking you to court, see you in court, small claims, small claims court, take legal action, in court, court case, court order, subpoena, indicted, indictment, arrested, police investigation, under investigation, criminal investigation, federal investigation, raided, prosecuted, prosecutor, fined, pleaded guilty, found guilty, convicted,
    trading standards, ombudsman, ofcom, ofgem, financial conduct authority, FCA, FTC, FCC, FDA, CFPB, SEC investigation, attorney general, department of justice, competition and markets authority, information commissioner, ICO, consumer protection, better business bureau, BBB complaint, watchdog, regulator, regulators, antitrust, whistleblower, senate hearing, congressional hearing, parliamentary inquiry, public inquiry`,
  ],
  [
    'legal_authorities',
    6,
    `lawyer, lawyers, attorney, solicitor, court, illegal, illegally, unlawful, against the law, breaking the law, breach of contract, consumer rights, consumer law, rights as a consumer, police report, formal complaint, investigation, investigators, inquiry, violation, violations, chargeback`,
  ],
  ['legal_authorities', 3, `police, inspection, inspectors, investigate, penalty`],
  // — Environment —
  [
    'environment',
    10,
    `pollution, polluted, polluting, polluter, polluters, pollutes, oil spill, oilspill, sewage, raw sewage, dumped in the river, dumping in, dumping waste, toxic waste, hazardous waste, contaminated water, poisoned water, dead fish, forever chemicals, PFAS, microplastics, deforestation, deforesting, ecocide, greenwashing, greenwash, pesticide, pesticides, glyphosate, radioactive, radiation leak, methane leak, rainforest, animal cruelty, animal abuse, air pollution, groundwater`,
  ],
  [
    'environment',
    6,
    `carbon footprint, emissions, climate change, climate crisis, climate denial, fossil fuels, plastic waste, plastic packaging, single use plastic, excess packaging, landfill, destroying unsold, planned obsolescence, palm oil, tested on animals, animal testing, factory farming, wildlife, unsustainable, fast fashion`,
  ],
  ['environment', 2, `environment, environmental, wildlife`],
  // — Corruption, tax, labour —
  [
    'corruption_labour',
    10,
    `corruption, corrupt, bribe, bribes, bribery, bribed, kickback, kickbacks, embezzlement, embezzling, money laundering, laundering, tax evasion, tax dodging, tax dodger, tax dodgers, tax avoidance, offshore accounts, tax haven, tax havens, insider trading, conflict of interest, price fixing, cartel, child labour, child labor, forced labour, forced labor, slave labour, slave labor, modern slavery, sweatshop, sweatshops, uyghur, union busting, union buster, unfair dismissal, wrongful termination, wage theft,
    unpaid wages, unpaid overtime, mass layoffs, layoffs, job cuts, cutting jobs, plant closure, closing the plant, zero hours contracts, fired for, exploiting workers, exploit workers, exploits workers, workers exploited`,
  ],
  [
    'corruption_labour',
    6,
    `strike, strikes, on strike, striking workers, picket, picket line, walkout, union, unions, overworked, underpaid, low wages, laid off, your staff deserve, working conditions, burnout, executive bonus, CEO pay, golden parachute, record profits, tax loophole, pay your taxes, lobbying, outsourcing, nepotism, pay your workers, treat your workers`,
  ],
  // — Product failure —
  [
    'product_failure',
    10,
    `stopped working, won't work, doesn't work, does not work, don't work, isn't working, is not working, aren't working, not working, never worked, no longer works, no longer working, won't turn on, will not turn on, won't charge, won't start, won't boot, doesn't turn on, doesn't charge, keeps crashing, keeps freezing, crashes every, crashing, black screen, blue screen, bricked, defective, faulty, factory defect, manufacturing defect, malfunction, malfunctioned, malfunctioning,
    broke after, broke within, broken after, broke down, fell apart, falling apart, arrived broken, arrived damaged, came broken, came damaged, dead on arrival, piece of junk, missing parts, missing pieces, not as described, not as advertised, died after a, died on me, battery dies, battery drains, battery life is, buggy, glitch, glitches, glitching, glitchy, unusable, bug in, full of bugs, ruined my`,
  ],
  [
    'product_failure',
    6,
    `broken, broke, damaged, scratched, cracked, leaking, leaks, crash, crashed, crashes, freezes, freezes up, laggy, lagging, lag, slow, bug, bugs, error code, error message, poor quality, bad quality, low quality, cheap plastic, flimsy, shoddy, update broke, since the update, after the update, wrong size, torn, obsolete, not charging, not loading, won't load, doesn't load, not syncing, won't open, won't let me, not connecting, wont connect, won't connect, fix this, fix it, fix your, please fix, needs fixing, issue with, issues with, problem with, problems with`,
  ],
  [
    'product_failure',
    2,
    `warranty, under warranty, latest update, new update, repair, repairs, error, settings`,
  ],
  // — Service failure —
  [
    'service_failure',
    10,
    `app down, app still down, never turned up, never came, never called back, stuck on loading, stuck loading, website is down, can't log in, cannot log in, can't login, cannot login, unable to log in, unable to login, can't sign in, unable to sign in, can't access my, cannot access my, unable to access, locked out of my account, locked out, account locked, account suspended, been suspended, was suspended, account disabled, account blocked, blocked my account, banned my account, no response, no reply, no answer, no one answers, nobody answers, nobody replies, no one replies, never replied, never replies, never got back to me, haven't heard back, not heard back, still no response, still no reply,
    ignored my, ignoring my, ignoring me, being ignored, hung up on me, on hold for, been on hold, kept on hold, hours on hold, passed around, passed from pillar to post, still waiting, been waiting, waited over, waiting for over, waiting weeks, waiting for weeks, waiting months, waited weeks, weeks ago and still, never arrived, never delivered, never showed up, didn't show up, no show, not been delivered, hasn't arrived, has not arrived, hasn't been delivered, still hasn't, still haven't, not received, haven't received, have not received, never received, didn't receive, did not receive, lost my package, lost my parcel, lost my luggage, lost luggage, lost my bag, missing package, missing parcel, missing items, wrong item, wrong order, late delivery,
    no refund, still no refund, refuse to refund, refused a refund, refusing to refund, refused to refund, won't refund, want my money back, give me my money back, my money back, want a refund, need a refund, demand a refund, waiting for my refund, cancelled my order, canceled my order, order cancelled, flight cancelled, flight canceled, cancelled flight, canceled flight, flight delayed, delayed flight, cancelled my flight, canceled my flight, train cancelled, train delayed, delayed train, missed my connection, overbooked, bumped from,
    down again, is down, are down, still down, site down, website down, servers down, server down, app is down, service down, outage, outages, power outage, power cut, blackout, no internet, no signal, no service, no wifi, no power, no hot water, internet is out, out of service, nothing works, not able to, unable to, keeps disconnecting, keeps dropping, keeps kicking me out, can't log into my account, can't cancel, unable to cancel, impossible to cancel, impossible to reach, can't reach, can't get through, no help, unhelpful, worst customer service, terrible customer service, awful customer service, horrible customer service, poor customer service, bad customer service, terrible service, poor service, bad service, worst service, awful service, rude staff, staff were rude, was so rude`,
  ],
  [
    'service_failure',
    2,
    `refund, refunds, refunded, customer service, customer support, customer care, support team, tech support, delivery, delivered, my order, my package, my parcel, helpline, call centre, call center, appeal, reset my password, password reset, cannot, can't, late, lost, restricted, locked, not showing, removed my, blocked, waiting, waited, queue, queues`,
  ],
  [
    'service_failure',
    6,
    `packed, stuck, couldn't end, couldn't book, couldn't pay, delayed, delay, delays, cancelled, canceled, on hold, wait time, wait times, long queue, long queues, denied access, never got, didn't get it, didn't get my, didn't get the, not arriving, can't log into, can't log on, cannot log into, can't get into, suspend my, suspended my, still don't have, cancels my, complaint, complaints, rude, incompetent, incompetence, useless, disconnected, dropped calls, buffering, suspended, banned, rejected, declined, out of stock, overbooking, unresolved, no update, missing, disappeared, can't find, cannot find, can't get, cannot get, can't use, cannot use, can't see, can't play, can't watch, can't pay`,
  ],
  // — Price —
  [
    'price',
    10,
    `too expensive, overpriced, way too expensive, rip off, ripoff, ripped off, rip-off, price hike, price hikes, price increase, price increases, price rise, price rises, raised prices, raising prices, raised the price, price gouging, gouging, hidden fee, hidden fees, hidden charges, extra charges, overcharged, overcharging, overcharge, daylight robbery, highway robbery, shrinkflation, not worth the money, waste of money, cash grab, greedy, extortionate`,
  ],
  ['price', 6, `expensive, pricey, late fee, late fees, extra fee, extra fees`],
  [
    'price',
    2,
    `price, prices, pricing, cost, costs, fee, fees, bill, bills, billed, charged, subscription, discount, coupon, promo code, value for money, charges`,
  ],
  // — Opinion, taste —
  [
    'opinion_taste',
    10,
    `don't like, do not like, didn't like, not a fan, ugly, hideous, tasteless, bland, tastes like, tastes awful, tastes terrible, tastes bad, gross, boring, cringe, cringey, tacky, overrated, new logo, new recipe, new design, new layout, was better before, used to be better, bring back, bad ad, worst ad, annoying ad, annoying ads, hate the new, hate this ad, meh, inedible, lame`,
  ],
  // — Harmless phrases that hold a strong word —
  [
    'none',
    1,
    `red dead, grand theft auto, the walking dead, walking dead, dead battery, battery is dead, battery dead, battery died, phone is dead, phone died, phone dead, laptop died, screen is dead, dead pixel, dead pixels, dead line, line is dead, site is dead, dead link, drop dead gorgeous, drop dead, dead tired, dead serious, dead inside, dead to me, I'm dead, im dead, I am dead, died laughing, dying laughing, I died, dying to, to die for, killing it, killed it, kill time, killer deal, killer app, killing me, you're killing me, kills me, kills my battery,
    killed my battery, fire sale, fire stick, firestick, fire tv, fire tablet, amazon fire, kindle fire, fire emoji, straight fire, is fire, pure fire, so fire, under fire, fire him, fire her, fire them, fired up, on fire today, fire alarm test, fire drill, fire up, you're on fire, crash course, market crash, stock crash, blast from the past, had a blast, having a blast, a blast, full blast, heart attack when i saw, bomb ass, the bomb, photo bomb, sick of, sick and tired, sick beat, so sick, that's sick, break a leg, cut my losses, cut my hair, hurt my feelings, hurts my feelings,
    not only, not just, no wonder, why not, can't believe, cannot believe, can't wait, can't wait to, cannot wait, cant wait, can't stop, can't get enough, no problem, no worries, no doubt, no matter, not to mention, not sure, nothing but, if not, whether or not, or not, price is right, cost of living, food court, tennis court, court side, basketball court, hospital drama, sue me, lifehack, life hack, life hacks, hackathon, growth hacking, growth hacker, total recall, recall that, don't recall, can't recall, i recall, as i recall, stole my heart, stole the show, steal my heart, waiting for the new, victim of its own success, victims of their own success,
    union jack, european union, soviet union, union square, state of the union, lightning strike, strike a balance, burn calories, burns calories, slow burn, sick leave, accidentally, by accident, happy accident, suicide squad, killed the game, death star, death metal, bored to death, to death, late night, of late, dangerous liaisons, i am legend, not a problem, free shipping, free delivery, expensive taste, fire station, fire department, fire dept, fire service, ring of fire, playing with fire, without any danger`,
  ],
  // — Evidence —
  [
    'evidence',
    5,
    `photo attached, photos attached, pic attached, see attached, see photo, see photos, see pic, see pics, pictured, picture attached, I have proof, have proof, got proof, here's proof, proof attached, screenshot, screenshots, medical report, doctor confirmed, police report, internal document, internal documents, internal email, internal memo, leaked memo, I was there, I saw, I witnessed, saw it happen, happened to me, this happened to me, with my own eyes, I was burned, I was burnt, I was injured, I was hurt, I got sick, I got food poisoning, I ended up, I was rushed, I was hospitalised, I was hospitalized,
    my son, my daughter, my baby, my child, my kid, my kids, my children, my mother, my mum, my mom, my father, my dad, my wife, my husband, my partner, my girlfriend, my boyfriend, my sister, my brother, my grandmother, my grandfather, my toddler, my hand, my arm, my leg, my face, my kitchen, my house, my card, my account, in my food, in my meal, burned my, burnt my, charged me, I work for, I work at, I used to work, former employee, ex employee, I found, I filmed`,
  ],
  [
    'evidence',
    3,
    `photo, photos, pic, pics, picture, pictures, video, footage, proof, evidence, witnesses, eyewitness, eyewitnesses, testimony, look at this, receipts, just happened, I received, live footage`,
  ],
  // — Wording —
  [
    'threat',
    8,
    `you will pay for this, you'll pay for this, you will regret, you'll regret, I know where you live, I will find you, I'll find you, coming for you, burn it down, burn it to the ground, burn down your, smash your, death threat, death threats, kill you, watch your back, hope you die, hope you all die, blow up your`,
  ],
  [
    'threat',
    5,
    `going to the press, go to the press, going to the media, contact the media, contacting the media, calling the news, call the news, tell the press, expose you, exposing you, I will expose, going public, name and shame, make this viral, go viral, not letting this go, won't let this go, last warning, final warning, you will hear from, you'll be hearing from, report you to, reporting you to, reported you to`,
  ],
  [
    'boycott',
    7,
    `boycott, boycotts, boycotted, boycotting, do not buy, don't buy, never buy, stop buying, never shopping, never shop, never flying, never fly, never using, never again, stay away from, steer clear, avoid at all costs, avoid this company, avoid like the plague, do not use, don't use, cancel culture, cancelnetflix, delete your account, deleting my account, please rt, please retweet, please share, spread the word, sign the petition, petition, share this everywhere, pls rt`,
  ],
  [
    'boycott',
    4,
    `switching to, I'm switching, moving to another, going elsewhere, taking my business elsewhere, take my business elsewhere, lost a customer, lost me as a customer, lost my business, cancelling my subscription, canceling my subscription, cancelling my contract, closing my account, I'm done with, so done with, last time I, unsubscribed, unsubscribing, leaving you, your competitors, avoid`,
  ],
  [
    'insult',
    6,
    `asshole, assholes, arsehole, arseholes, bastard, bastards, cunt, cunts, motherfucker, motherfuckers, son of a bitch, bitch, bitches, scumbag, scumbags, scum, dickhead, dickheads, wanker, wankers, twat, twats, prick, pricks, fuck you, fuck off, fuck u, fuck your, go fuck, piece of shit, pieces of shit, shit company, shitty company, shit service, pos company, screw you, go to hell, burn in hell, rot in hell`,
  ],
  [
    'insult',
    4,
    `idiot, idiots, moron, morons, stupid, dumb, dumbass, imbecile, clown, clowns, clown show, joke of a company, liars, liar, thief, thieves, crooks, crook, cheats, cheaters, cowards, coward, pathetic excuse, sack of, disgrace to, jerks, jerk, losers, loser, muppets, cowboys, garbage company, trash company, bunch of amateurs, brain dead, braindead, shitshow, shit show, bullshit, bs, shite, crooked, con men, vultures, leeches, bloodsuckers`,
  ],
  [
    'legal',
    6,
    `lawsuit, sue, suing, class action, my lawyer, lawyer, lawyers, attorney, solicitor, legal action, take you to court, taking you to court, see you in court, small claims, small claims court, trading standards, ombudsman, regulator, FTC, FCA, CFPB, ICO, attorney general, police report, pressing charges, press charges, filed a complaint, filing a complaint, formal complaint, better business bureau, chargeback`,
  ],
  [
    'legal',
    3,
    `illegal, unlawful, consumer rights, breach of contract, gdpr, compensation, compensate, liable, liability, legally, negligence, negligent, statutory, terms and conditions`,
  ],
  // — Tone —
  [
    'negative',
    5,
    `disgusting, disgusted, disgraceful, disgrace, outrageous, outrage, outraged, appalling, appalled, horrendous, horrible, horrific, horrified, horrifying, terrible, terribly, atrocious, abysmal, dreadful, awful, shameful, shame on you, shame on, shameless, despicable, vile, unacceptable, inexcusable, unforgivable, scandal, scandalous, nightmare, disaster, disastrous, catastrophe, catastrophic, furious, livid, enraged, fuming, heartbreaking, heartbroken, devastated, devastating, terrified, terrifying, traumatised, traumatized, shocking, shocked, worst, the worst, absolute joke, fucking, 😡, 🤬, 🤮, 🤢, 👎, 💩`,
  ],
  [
    'negative',
    3,
    `bad, poor, sucks, suck, sucked, crap, crappy, shit, shitty, rubbish, garbage, trash, useless, worthless, pathetic, ridiculous, joke, what a joke, a joke, laughable, disappointed, disappointing, disappointment, let down, unhappy, unsatisfied, dissatisfied, frustrated, frustrating, frustration, annoyed, annoying, angry, anger, mad, pissed, pissed off, upset, upsetting, sad, scared, scary, afraid, worried, worrying, concerned, hate, hated, hates, fed up, sick of, sick and tired, tired of, had enough, ffs, wtf, omfg, smh, fail, failed, failure, failing, epic fail, fiasco, shambles, mess, a mess, misleading, dishonest, unprofessional, unfair, wrong, ruined, regret, worse, waste of time, wasted, thanks for nothing, not happy, not good enough, not acceptable, not ok, not okay, damn, hell, 😠, 😤, 😭, 💔, 😱`,
  ],
  [
    'negative',
    2,
    `issue, issues, problem, problems, trouble, difficult, confusing, confused, weird, strange, unfortunately, struggling, still, again and again, yet again, once again, tired, ugh, argh, sigh, unable, wtaf, oh no, 😞, 😢, 😒, 🙄, 😔, 🤦`,
  ],
  [
    'positive',
    4,
    `excellent, amazing, awesome, fantastic, brilliant, wonderful, outstanding, exceptional, superb, perfect, perfectly, flawless, incredible, fabulous, magnificent, delicious, love, loved, loving, adore, best, the best, best ever, top notch, first class, five stars, 5 stars, blown away, stellar, thrilled, delighted, to die for, killing it, so good, life saver, lifesaver, game changer, 😍, ❤, 🥰, 🤩, 🎉, 💯, 🙌`,
  ],
  [
    'positive',
    3,
    `great, good, nice, happy, glad, pleased, satisfied, impressed, impressive, helpful, friendly, so kind, very kind, polite, quick, fast, efficient, smooth, reliable, recommend, recommended, enjoy, enjoyed, enjoying, beautiful, lovely, cool, fun, excited, exciting, congrats, congratulations, well done, kudos, props, shout out, shoutout, good job, great job, nice work, not bad, works great, works well, had a blast, can't wait, cannot wait, yay, 👍, 👏, 😊, 😀, 😁, 🙏, 💪`,
  ],
  ['positive', 1, `thanks, thank you, thank, thx, ty, cheers, appreciate, appreciated, well, fine, okay`],
  [
    'satisfied',
    6,
    `credit where due, credit where it's due, fair play, hats off, in fairness, thanks for the quick, thank you for the quick, thanks for your help, thank you for your help, thanks for the help, thank you for helping, thanks for sorting, thanks for fixing, thank you for fixing, big thanks, huge thanks, many thanks to, thanks to your team, shout out to, shoutout to, kudos to, hats off to, great customer service, excellent customer service, amazing customer service, best customer service, great service, excellent service, amazing service, problem solved, issue resolved, all sorted,
    sorted now, working again, works again, back up and running, highly recommend, would recommend, happy customer, very happy with, very pleased with, love your, love this, love my, keep up the good work, went above and beyond, above and beyond, made my day, customer for life, loyal customer and happy`,
  ],
  // — Intent —
  [
    'question',
    5,
    `how do i, how do you, how do we, how can i, how can we, how to, how long, how much, how many, how come, can you tell me, could you tell me, can you please tell, can anyone, can someone, does anyone, does anybody, anyone know, anybody know, anyone else, do you know, do you have, do you offer, do you ship, do you deliver, do i need, do i have to, is there a, is there any, is there anyway, are there any, is it possible, will there be, will you be, will it be, when will, when is, when does, when are, when can, where can i, where do i, where is, where are, what is the, what's the,
    what are the, what time, what does, what do i, which one, who do i, who can i, should i, may i ask, can i, could i, would it be possible, are you open, are you going to, quick question, question, i have a question, wondering if, i was wondering, i wonder if, any idea, any news on, any update on, please advise, please explain, let me know if, let me know how`,
  ],
  [
    'misguided',
    6,
    `I heard, they're hiding, media silence, media blackout, before they delete it, before it gets deleted, ask yourself why, ask yourselves why, I heard that, I heard you, I heard they, I've heard that, i read that, I read somewhere, someone told me, somebody told me, a friend told me, I was told that, people are saying, people say that, they say that, apparently you, apparently they, apparently the, rumor has it, rumour has it, rumor, rumour, rumors, rumours, is it true, is it true that, is this true, true or false, fake news, misinformation, disinformation, hoax, conspiracy, they don't want you to know, the truth about, wake up people, do your research, did you know that, allegedly, saw a post saying, saw on facebook, saw on tiktok, read on facebook`,
  ],
  [
    'rager',
    6,
    `I hate you, I hate this company, hate you all, I hope you go bankrupt, hope you go bankrupt, hope you go out of business, go out of business, hope this company dies, shut down already, all of you, you all suck, you guys suck, you suck, y'all suck, fuck this, fuck this company, fuck them, screw this company, screw them, stfu and fix, so fucking, absolute trash, absolute garbage, complete garbage, total garbage, worst company ever, worst company, worst company in the world, burn in hell, rot in hell, go die, I am so done, sick of your shit, sick of your bullshit, tired of your shit`,
  ],
  [
    'satirist',
    6,
    `lol, lmao, lmfao, rofl, lolol, haha, hahaha, hehe, just kidding, jk, joking, sarcasm, satire, parody, the onion, the babylon bee, memes, meme, pov, nobody absolutely nobody, no one absolutely no one, plot twist, hold my beer, asking for a friend, tell me you're, be like, when you realize, when you realise, dad joke, punchline, 😂, 🤣, 🤡, 💀`,
  ],
  [
    'troll',
    6,
    `ratio, L ratio, cope, cope harder, seethe, cry about it, cry more, cry harder, stay mad, stay poor, who asked, nobody asked, no one asked, skill issue, get a life, get rekt, rekt, noob, noobs, triggered, snowflake, snowflakes, libtard, libtards, sheeple, sheep, npc, npcs, simp, simps, cuck, soyboy, touch grass, kys, shut up, stfu, your mom, ur mom, deez nuts, lick my, suck my, suck it, eat shit, go woke go broke, woke garbage, intern is dumb, fire the intern, bootlicker, bootlickers, get good, git gud, you mad bro, u mad`,
  ],
  // — Grammar —
  [
    'negation',
    1,
    `not, no, never, none, nobody, no one, noone, nothing, neither, nor, without, cannot, cant, can't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, won't, wouldn't, couldn't, shouldn't, haven't, hasn't, hadn't, ain't, zero, denies, denied any, deny, false claim, avoided`,
  ],
  [
    'intensifier',
    1,
    `very, so, really, extremely, absolutely, totally, completely, utterly, incredibly, insanely, super, too, such, beyond, seriously, truly, ridiculously, unbelievably, fucking, freaking, bloody, pretty, deeply, highly, particularly, especially`,
  ],
];

export const LEXICON_EN: readonly LexiconEntry[] = /* @__PURE__ */ seedEntries('en', LINES);
