package org.paptracker.command.platform.guard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which texts of this field speak of children, and those beside them that show that they do not. */
final class ChildWords {
    private static final Set<String> ONE = TextTokens.set("""
            child pupil student boy girl learner youngster teenager toddler baby infant sibling
            kid youth schoolchild schoolboy schoolgirl preschooler pre-schooler sixth-former minor adolescent lad lass
            son daughter brother sister teen newborn exclusion
            suspension
            """);
    private static final Set<String> SEVERAL = TextTokens.set("""
            children pupils students boys girls learners youngsters teenagers toddlers babies
            infants siblings kids youths under-18s under-16s under-fives under-5s schoolchildren
            schoolboys schoolgirls preschoolers pre-schoolers sixth-formers minors adolescents lads
            lasses sons daughters brothers sisters teens newborns cyps yps lacs uascs neets exclusions
            suspensions
            """);

    /** Short for one or for several. */
    private static final Set<String> ANY = Set.of("cyp", "yp", "lac", "cla", "uasc");

    private static final Pattern OF_AN_AGE = Pattern.compile("(?:\\d{1,2}|[a-z]{3,9})-(?:year|yr)s?-old(s?)");
    private static final Pattern AGES = Pattern.compile("\\d{1,2}s");
    private static final Set<String> YOUNG_ONE = Set.of("person", "adult", "man", "woman", "carer");
    private static final Set<String> YOUNG_SEVERAL = Set.of("people", "persons", "adults", "men", "women", "carers");

    /** What stands behind "children's", or behind a child that is no child but part of a longer name. */
    private static final Set<String> NAMES_SOMETHING_ELSE = TextTokens.set("""
            home homes centre centres hospital hospitals hospice hospices service services team
            teams board boards trust trusts social commissioner partnership partnerships charity
            charities ward wards director directors joint community survey surveys event events
            forum forums workshop workshops panel panels group groups school schools unit units
            voice voices support referral premium protection development disability health
            mental place places council councils ambassador ambassadors session sessions wing
            book books guide guides section sections version versions residential strategy
            strategies club clubs nurse nurses therapy therapist therapists conference
            conferences rights network networks friendly leadership system systems plan planning
            participation engagement advisory improvement services' commissioning workforce
            safeguarding union unions parliament
            officer officers manager managers coordinator coordinators advocate advocates mentor mentors
            adviser advisers advisor advisors worker representative representatives visit visits
            counsellor counsellors champions governors commissioners practitioner practitioners specialist
            policy policies toilets settings workers lead posts charter pledge magazine app website portal
            """);

    private static final Set<String> MAY_FOLLOW_ONE_CHILD = TextTokens.set("""
            . , ; : ! ? ) ( - / " ' ] | in on at of from with without to by for under over
            aged out and or but who whose whom that which while because as after before is was
            has had does did will would can could may might must should still not now only again
            so then there this last next yet today since during each every per left went came
            got took made said told began felt lost saw found needs remains waits attends lives
            awaiting placed known seen cannot never also whilst when where within than into
            through remain among spent missed became put set sent kept gets goes died ran both
            more fewer less via until about across already currently
            """);

    /** They stand for no person in particular; but on such a register or as an inpatient, the person is a child. */
    private static final Set<String> ONE_OF_US = Set.of("person", "individual", "patient", "inpatient", "in-patient");

    private static final Set<String> SEVERAL_OF_US =
            Set.of("people", "persons", "individuals", "patients", "inpatients", "in-patients");
    private static final Pattern IN_CARE = Pattern.compile(
            "dynamic support (?:register|database)|\\baged? (?:[0-9]|1[0-7])\\b|of school age|in-?patient|under[- ]18|under[- ]16|on the school roll|child protection plan",
            Pattern.CASE_INSENSITIVE);

    private ChildWords() {}

    /** What a word at a place, with the next, counts: one, several, or nothing. */
    enum HowMany {
        NONE,
        ONE,
        SEVERAL,
        ANY
    }

    /**
     * @param words how many it takes
     * @param possessive whether it is "the child's"
     */
    record Noun(HowMany number, int words, boolean possessive) {
        static final Noun NONE = new Noun(HowMany.NONE, 0, false);
    }

    static Noun at(TextTokens text, int index, boolean inCare) {
        String word = text.at(index);
        boolean young = word.equals("young") || word.equals("care") || word.equals("younger");
        String noun = young ? text.at(index + 1) : word;
        boolean possessive = noun.endsWith("'s") || noun.endsWith("s'");
        String bare = noun.endsWith("'s")
                ? noun.substring(0, noun.length() - 2)
                : noun.endsWith("s'") ? noun.substring(0, noun.length() - 1) : noun;
        HowMany number = word.equals("care")
                ? careLeaver(bare)
                : young ? of(bare, YOUNG_ONE, YOUNG_SEVERAL) : number(bare, inCare);
        if (number == HowMany.NONE && isYearGroup(text, index)) return new Noun(HowMany.SEVERAL, 2, false);
        return number == HowMany.NONE ? Noun.NONE : new Noun(number, young ? 2 : 1, possessive);
    }

    /** "Year 6s", "under 5s". */
    private static boolean isYearGroup(TextTokens text, int index) {
        boolean year = text.is(index, "year") || text.is(index, "under");
        return year && AGES.matcher(text.at(index + 1)).matches();
    }

    private static HowMany careLeaver(String word) {
        return word.equals("leaver") ? HowMany.ONE : word.equals("leavers") ? HowMany.SEVERAL : HowMany.NONE;
    }

    private static HowMany number(String word, boolean inCare) {
        HowMany child = of(word, ONE, SEVERAL);
        if (child != HowMany.NONE) return child;
        if (inCare) return of(word, ONE_OF_US, SEVERAL_OF_US);
        Matcher age = OF_AN_AGE.matcher(word);
        if (age.matches()) return age.group(1).isEmpty() ? HowMany.ONE : HowMany.SEVERAL;
        return HowMany.NONE;
    }

    private static HowMany of(String word, Set<String> one, Set<String> several) {
        if (ANY.contains(word)) return HowMany.ANY;
        return one.contains(word) ? HowMany.ONE : several.contains(word) ? HowMany.SEVERAL : HowMany.NONE;
    }

    static boolean speaksOfCare(String text) {
        return IN_CARE.matcher(text).find();
    }

    /** Whether the noun before is part of another: "one pupil referral unit", "two children's homes". */
    static boolean namesSomethingElse(Noun noun, TextTokens text, int behind) {
        String next = text.at(behind);
        if (NAMES_SOMETHING_ELSE.contains(next)) return true;
        if (next.equals("and") || next.equals("/") || next.equals("&")) return joinsALongerName(text, behind + 1);
        return noun.number() == HowMany.ONE && !noun.possessive() && !mayFollowOneChild(next);
    }

    /** "children and young people's events", "child and adolescent mental health service", "children and family centres". */
    private static boolean joinsALongerName(TextTokens text, int index) {
        String next = text.at(index);
        if (next.equals("adolescent") || next.equals("family") || next.equals("families'")) return true;
        Noun second = at(text, index, false);
        return second.number() != HowMany.NONE && NAMES_SOMETHING_ELSE.contains(text.at(index + second.words()));
    }

    private static boolean mayFollowOneChild(String next) {
        return next.isBlank()
                || MAY_FOLLOW_ONE_CHILD.contains(next)
                || (next.endsWith("ed") && !next.equals("need"))
                || next.endsWith("ing")
                || next.endsWith("ly");
    }
}
