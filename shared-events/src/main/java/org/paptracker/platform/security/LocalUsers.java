package org.paptracker.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.plan.PlanId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The users of the embedded start: {@code users.yml} in the data directory, passwords hashed. No password is built in:
 * each is random and shown once, unless one was chosen for all by {@code PAP_LOCAL_PASSWORD} at the first start. What
 * is changed in the file counts from the next sign-in on.
 */
public final class LocalUsers implements UserDetailsService {
    static final PasswordEncoder HASHES = new BCryptPasswordEncoder();

    private static final Logger LOG = LoggerFactory.getLogger(LocalUsers.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Set<PlanId> home;
    private volatile Known known = new Known(null, Map.of());

    /** @param home plans in which the users' own work lies, if nothing else is said of them */
    public LocalUsers(Path dataDirectory, Collection<String> home) {
        file = dataDirectory.resolve("users.yml");
        this.home = OwnWork.plans(home);
    }

    /** The file as it was read. A move puts another one in its place, which then has another key. */
    private record Version(
            FileTime changed, long size, @Nullable Object key) {}

    /** @param version null as long as there is no file */
    private record Known(@Nullable Version version, Map<String, LocalUser> users) {}

    /**
     * The user of a name as the first start makes them, without a password, at work in {@code plan}: a data set names who
     * did what.
     */
    public static Optional<Caller> builtIn(String name, PlanId plan) {
        return LocalUser.everybody(Set.of(plan)).stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(LocalUser::caller);
    }

    /** The same person as the local user of their name, if there is one: what the data set says is theirs. */
    public Caller known(Caller builtIn) {
        LocalUser user = users().get(builtIn.name());
        if (user == null) return builtIn;
        return new Caller(user.subject(), builtIn.name(), builtIn.role(), builtIn.organisation(), builtIn.own());
    }

    /**
     * Makes the users if there are none yet.
     *
     * @param password for all of them; null for a random one each
     * @return the passwords made, by user, to be shown once; empty if the users exist or the password was chosen
     */
    public Map<String, String> createIfMissing(@Nullable String password) {
        if (Files.exists(file)) return Map.of();
        Map<String, String> shown = new LinkedHashMap<>();
        Map<String, Object> yaml = new LinkedHashMap<>();
        String chosen = password == null ? null : HASHES.encode(password);
        for (LocalUser user : LocalUser.everybody(home)) {
            String hashed = chosen;
            if (hashed == null) {
                String random = random();
                shown.put(user.name(), random);
                hashed = HASHES.encode(random);
            }
            yaml.put(user.name(), user.with(hashed, "local-" + random()).toYaml());
        }
        write(new Yaml().dump(yaml));
        return shown;
    }

    private void write(String yaml) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "users",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, yaml);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The local users could not be written to " + file, e);
        }
    }

    /** What to tell anyone who chose {@code password} for all users; empty if it is everybody's indeed. */
    Optional<String> whyNotTaken(String password) {
        boolean isTaken = users().values().stream()
                .map(LocalUser::password)
                .distinct()
                .allMatch(hashed -> HASHES.matches(password, hashed));
        if (isTaken) return Optional.empty();
        return Optional.of(("PAP_LOCAL_PASSWORD is not taken: %s holds the local users of an earlier start, and their"
                        + " passwords count. Delete that file to make the users anew.")
                .formatted(file));
    }

    /** Names the users of an earlier version's file that have no plans; empty if all have them. */
    Optional<String> whereWorkIsNotSaid() {
        try {
            List<String> names = yaml().entrySet().stream()
                    .filter(user -> !user.getValue().containsKey(LocalUser.PLANS))
                    .map(Map.Entry::getKey)
                    .toList();
            if (names.isEmpty()) return Optional.empty();
            return Optional.of(
                    ("%s does not say in which plans the work of %s lies: in %s, and in the plans that took their"
                                    + " place. Add 'plans' to each to say something else.")
                            .formatted(file, String.join(", ", names), OwnWork.inWords(home)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the next sign-in says that the file can't be read
        }
    }

    @Override
    public LocalUser loadUserByUsername(String name) {
        LocalUser user = users().get(name);
        if (user == null) throw new UsernameNotFoundException("No local user has this name");
        return user;
    }

    /** The other service may write the file after this one has started, and people whenever they like. */
    private Map<String, LocalUser> users() {
        try {
            Version version = version();
            Known last = known;
            if (version.equals(last.version)) return last.users;
            known = new Known(version, read(last.users));
        } catch (NoSuchFileException e) {
            known = new Known(null, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("The local users could not be read from " + file, e);
        }
        return known.users;
    }

    private Version version() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(now.lastModifiedTime(), now.size(), now.fileKey());
    }

    /** A slip of somebody who edits the file locks nobody out: until it is put right, the users from before count. */
    private Map<String, LocalUser> read(Map<String, LocalUser> before) throws IOException {
        try {
            Map<String, LocalUser> read = new LinkedHashMap<>();
            yaml().forEach((name, user) -> read.put(name, LocalUser.fromYaml(name, user, home)));
            return read;
        } catch (RuntimeException e) {
            if (before.isEmpty()) throw e;
            // Its words would quote the file.
            LOG.error(
                    "{} can't be read ({}), so the local users from before still count",
                    file,
                    e.getClass().getSimpleName());
            return before;
        }
    }

    private Map<String, Map<String, Object>> yaml() throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    private static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
