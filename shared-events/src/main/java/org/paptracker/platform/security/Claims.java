package org.paptracker.platform.security;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.WrittenText;
import org.paptracker.values.plan.PlanId;

/**
 * What the identity provider says of somebody: {@code sub}, by which it knows them for good;
 * {@code preferred_username}, or else {@code sub} is their name, too; {@code roles}, {@code organisation},
 * {@code themes}, {@code plans}. It is believed, but not its form: what is recorded for ever refers to it.
 */
public final class Claims {
    /** As codes are in commands. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Pattern PLAN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private static final int LONGEST_NAME = 200;
    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private Claims() {}

    /**
     * Whose claims these are. Roles that are not ours are passed by; with none of ours the caller's role is
     * {@link Role#ANONYMOUS}.
     *
     * @param home plans in which organisation and themes are a person's own, if the claims name none
     * @throws NotLetIn if a claim cannot be used, or several of our roles are claimed
     */
    public static Caller caller(Map<String, ?> claims, Collection<String> home) {
        Object preferred = claims.get("preferred_username");
        String subject = text("sub", claims.get("sub"), LONGEST_SUBJECT);
        String name = preferred == null ? subject : text("preferred_username", preferred, LONGEST_NAME);
        Object organisation = claims.get("organisation");
        Set<PlanId> plans = claims.get("plans") == null
                ? OwnWork.plans(home)
                : strings("plans", claims.get("plans")).stream()
                        .map(Claims::plan)
                        .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                subject,
                name,
                role(strings("roles", claims.get("roles"))),
                organisation == null ? null : code("organisation", organisation),
                OwnWork.of(
                        strings("themes", claims.get("themes")).stream()
                                .map(Claims::theme)
                                .toList(),
                        plans));
    }

    private static String text(String claim, @Nullable Object value, int longest) {
        if (!(value instanceof String raw)) throw NotLetIn.unusable(claim, "must be text");
        if (raw.isBlank() || raw.length() > longest) {
            throw NotLetIn.unusable(claim, "must have 1 to " + longest + " characters");
        }
        if (!raw.equals(raw.strip()) || raw.codePoints().anyMatch(Claims::isUnseen) || !WrittenText.isLine(raw)) {
            throw NotLetIn.unusable(claim, "must not hold characters that cannot be seen");
        }
        // Two spellings of one name would be two people to the rule that who claims cannot verify.
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    private static boolean isUnseen(int character) {
        return UNSEEN.contains(Character.getType(character));
    }

    private static Role role(List<String> claimed) {
        List<Role> ours = Stream.of(Role.values())
                .filter(role -> role != Role.ANONYMOUS && claimed.contains(role.name()))
                .toList();
        if (ours.size() > 1) throw NotLetIn.severalRoles();
        return ours.isEmpty() ? Role.ANONYMOUS : ours.get(0);
    }

    /** With its plan before a slash, or without. */
    private static String theme(String theme) {
        int slash = theme.indexOf('/');
        if (slash >= 0 && !PLAN.matcher(theme.substring(0, slash)).matches()) {
            throw NotLetIn.unusable("themes", "must hold codes as plans have them");
        }
        code("themes", theme.substring(slash + 1));
        return theme;
    }

    private static PlanId plan(String code) {
        if (PLAN.matcher(code).matches()) return new PlanId(code);
        throw NotLetIn.unusable("plans", "must hold codes of plans");
    }

    private static String code(String claim, Object value) {
        if (value instanceof String code && CODE.matcher(code).matches()) return code;
        throw NotLetIn.unusable(claim, "must hold codes as plans have them");
    }

    /** A single one may stand without its brackets. */
    private static List<String> strings(String claim, @Nullable Object value) {
        if (value == null) return List.of();
        List<String> strings = new ArrayList<>();
        for (Object one : value instanceof Collection<?> several ? several : List.of(value)) {
            if (!(one instanceof String string)) throw NotLetIn.unusable(claim, "must be a list of texts");
            strings.add(string);
        }
        return strings;
    }
}
