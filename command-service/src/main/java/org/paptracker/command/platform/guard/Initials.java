package org.paptracker.command.platform.guard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Initials beside an age and a condition: "AB, 10, autistic". Who knows the child knows who is meant. */
final class Initials {
    /** "AB", "A.B.", "A B", "A.B.C.". */
    private static final Pattern INITIALS = Pattern.compile(
            "(?<![\\p{L}\\d&/'-])(?:\\p{Lu}\\p{Lu}{1,2}|\\p{Lu}\\. ?\\p{Lu}(?:\\. ?\\p{Lu})?\\.?|\\p{Lu} \\p{Lu})(?![\\p{L}\\d&])(?:'s\\b)?");

    /** Short for what is no person. */
    private static final Set<String> SHORT_FOR_OTHERS = TextTokens.set("""
            AI AP AR BBV BSL BSP CDC CFA CIC CLA CPD CQC CSV CYP DBV DCO DCS DFE DPO DSA DSO DSR EAL EBP EHC EHE EP EPS ESF
            EY FE FGM GP GPS HE HI HLN HR HV ICB ICS ICT ID IEP IG IHP II III IS IT ITT IV JSN KPI KS LA LAC LAP LD LDA
            LGO LSA MAT MDT MH MHS MP NDC NDP NHS NI NP OCC OH OT OTS OUH OX PA PAP PAs PB PC PCF PDF PE PI PO PRU PSA PT
            QA QR RAG RE RP SAO SB SEF SEN SIP SLA SLT SP SRO TA TAC TAF TAS TOR TV UK UPN UTC VI VS VSH WG XI YJS YOT YP
            """);

    private static final String CONDITION_TEXT =
            "(?:autis\\w+|asperger\\w*|\\badhd\\b|\\basd\\b|\\basc\\b|\\badd\\b|\\bpda\\b|\\bsemh\\b|\\bfasd?\\b|\\bocd\\b|\\bslcn\\b"
                    + "|\\bdld\\b|\\b[psm]ld\\b|\\bpmld\\b|\\bptsd\\b|\\barfid\\b|\\bhi\\b|\\bvi\\b|\\bmsi\\b|\\bebsa\\b|\\bhiv\\b|\\bpica\\b"
                    + "|down'?s?[ -]syndrome|\\bsyndrome|trisomy|epilep\\w+|seizures?|cerebral palsy|dyslexi\\w+|dyspraxi\\w+|dyscalculi\\w+|tourette\\w*|\\btics\\b"
                    + "|\\bdeaf\\w*|\\bblind\\w*|hearing (?:impair|loss|aid)\\w*|(?:visual(?:ly)?|sight|vision)[ -](?:impair|loss)\\w*|hearing[ -]impaired|anxi\\w+|depress\\w+|self[ -]?harm\\w*|suicid\\w*"
                    + "|anorexi\\w*|bulimi\\w*|eating disorder|psychosis|bipolar|trauma\\w*|attachment|mutis\\w*|mute\\b|non-?[ ]?verbal|non-?[ ]?speaking|pre-?verbal"
                    + "|tube[ -]?fed|peg[ -]fed|gastrostom\\w+|wheelchair\\w*|diabet\\w+|asthma\\w*|cystic fibrosis|muscular dystroph\\w+|spina bifida|hydrocephal\\w*|leukaemi\\w*|cancer|sickle cell"
                    + "|learning (?:disab|difficult)\\w*|developmental(?:ly)? delay\\w*|global delay|speech (?:delay|disorder|and language)\\w*|language (?:delay|disorder)|stammer\\w*|sensory|incontinen\\w*"
                    + "|disabled|disabilit\\w+|neurodiver\\w+|brain injur\\w+|stroke|school[ -]refus\\w+|eczema|allerg\\w+|pregnan\\w+|diagnos\\w+|bedwetting|scoliosis|hypermobil\\w+)";
    private static final Pattern CONDITION = Pattern.compile(CONDITION_TEXT, Pattern.CASE_INSENSITIVE);

    private static final String NUMBER =
            "(?:1?\\d|2[0-5]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
                    + "|sixteen|seventeen|eighteen|nineteen|twenty)";
    private static final String AGE_TEXT = "(?:\\bage[ds]?:? ?" + NUMBER + "\\b|\\b" + NUMBER
            + "[ -]?(?:yrs?|years?|yo|y/o|y\\.o\\.?)\\b(?:[ -]olds?)?|\\byears? ?(?:\\d{1,2}|" + NUMBER
            + ")\\b|\\by(?:r ?)?\\d{1,2}\\b|\\breception\\b"
            + "|\\b" + NUMBER
            + "\\b(?= ?(?:[,;:)/(\\]|-] ?|$|\\.(?:$|\\s)| (?:with|and|has|is|who|diagnosed)\\b)(?!\\d)))";
    private static final Pattern AGE = Pattern.compile(AGE_TEXT, Pattern.CASE_INSENSITIVE);
    private static final String JOINT =
            "(?:[\\s,;:()\\[\\]/|.-]{1,3}(?:(?:who|is|was|only|just|has|an?|now|with|just|the|in|turned|diagnosed|severely|profoundly|old|boy|girl|pupil|child|student|learner|male|female|m|f|called|named|and) ?){0,4}(?:[(,] ?)?|'s (?:age|autism) )";
    private static final Pattern BEHIND =
            Pattern.compile("^" + JOINT + "(?:" + AGE_TEXT + "|" + CONDITION_TEXT + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("(?:" + AGE_TEXT + "|" + CONDITION_TEXT + ")" + JOINT + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\p{Ll}\\d)]{2}[.!?]\\s|\\n");
    private static final int NEAR = 45;
    private static final int AROUND = 90;

    private Initials() {}

    static boolean isIn(String text) {
        Matcher initials = INITIALS.matcher(text);
        if (!initials.find()) return false; // most texts have none
        initials.reset();
        Matcher condition = CONDITION.matcher(text);
        boolean any = condition.find();
        while (any && initials.find()) {
            while (any && condition.end() < initials.start() - AROUND) any = condition.find();
            if (!any || condition.start() > initials.end() + AROUND) continue; // most have none near
            if (SHORT_FOR_OTHERS.contains(initials.group())
                    || CONDITION.matcher(initials.group()).matches()) continue;
            if (isDescribed(text, initials.start(), initials.end())) return true;
        }
        return false;
    }

    private static boolean isDescribed(String text, int from, int to) {
        String before = lastSentence(text.substring(Math.max(0, from - AROUND), from));
        String behind = firstSentence(text.substring(to, Math.min(text.length(), to + AROUND)));
        boolean beside = BEHIND.matcher(behind).find()
                || BEFORE.matcher(before.substring(Math.max(0, before.length() - NEAR)))
                        .find();
        if (!beside) return false;
        String around = before + " ~ " + behind;
        return CONDITION.matcher(around).find() && AGE.matcher(around).find();
    }

    private static String firstSentence(String behind) {
        Matcher end = END_OF_SENTENCE.matcher(behind);
        return end.find() ? behind.substring(0, end.start() + (end.group().equals("\n") ? 0 : 2)) : behind;
    }

    private static String lastSentence(String before) {
        Matcher end = END_OF_SENTENCE.matcher(before);
        int from = 0;
        while (end.find()) from = end.end();
        return before.substring(from);
    }
}
