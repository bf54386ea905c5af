package org.paptracker.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.Sha256;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The users of the embedded start: {@code users.yml} in the data directory, passwords hashed. No password is built in:
 * each is random and shown once, unless one was chosen for all by {@code PAP_LOCAL_PASSWORD} at the first start.
 */
public final class LocalUsers implements AuthenticationProvider {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    private final byte[] memoryKey = randomPassword().getBytes(StandardCharsets.UTF_8);

    /** Digests of passwords that were right before: hashing one takes a tenth of a second, by design. */
    private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();

    private final PasswordGuesses guesses = new PasswordGuesses(Ticker.systemTicker());

    /** What an unknown name's password is compared with, so that it takes as long as a known one's. */
    private final String nobodys = encoder.encode(randomPassword());

    private final boolean takesPasswords;
    private volatile Map<String, LocalUser> users = Map.of();

    public LocalUsers(Path dataDirectory) {
        this(dataDirectory, true);
    }

    /** @param takesPasswords false if people sign in elsewhere: then nobody gets in here */
    LocalUsers(Path dataDirectory, boolean takesPasswords) {
        file = dataDirectory.resolve("users.yml");
        this.takesPasswords = takesPasswords;
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
        String chosen = password == null ? null : encoder.encode(password);
        for (LocalUser user : LocalUser.everybody()) {
            String hashed = chosen;
            if (hashed == null) {
                String random = randomPassword();
                shown.put(user.name(), random);
                hashed = encoder.encode(random);
            }
            yaml.put(user.name(), user.withPassword(hashed).toYaml());
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

    /** The user of a name as the first start makes them, without a password: the data set names who did what. */
    public static Optional<Caller> builtIn(String name) {
        return LocalUser.everybody().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(LocalUser::caller);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        String password = String.valueOf(request.getCredentials());
        LocalUser user = known(name, password, address(request));
        if (user == null) throw new BadCredentialsException("Unknown name or wrong password");
        return SignInByToken.signedIn(user.caller());
    }

    private @Nullable LocalUser known(String name, String password, String address) {
        if (!takesPasswords) return null;
        guesses.check(name, address);
        LocalUser user = user(name);
        if (isRight(user, password)) {
            guesses.right(name, address);
            return user;
        }
        guesses.wrong(name, address);
        return null;
    }

    private static String address(Authentication request) {
        if (!(request.getDetails() instanceof WebAuthenticationDetails details)) return "";
        return Objects.requireNonNullElse(details.getRemoteAddress(), "");
    }

    private boolean isRight(@Nullable LocalUser user, String password) {
        if (user == null) {
            boolean unused = encoder.matches(password, nobodys);
            return false;
        }
        byte[] digest = digest(user, password);
        if (MessageDigest.isEqual(digest, remembered.get(user.name()))) return true;
        if (!encoder.matches(password, user.password())) return false;
        remembered.put(user.name(), digest);
        return true;
    }

    /** Bound to this process and to the hash on disk, so that a changed password is forgotten. */
    private byte[] digest(LocalUser user, String password) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(memoryKey);
        sha256.update(user.password().getBytes(StandardCharsets.UTF_8));
        return sha256.digest(password.getBytes(StandardCharsets.UTF_8));
    }

    /** The file may be written by the other service, after this one has started. */
    private @Nullable LocalUser user(String name) {
        if (users.isEmpty() && Files.exists(file)) users = read();
        return users.get(name);
    }

    private Map<String, LocalUser> read() {
        Map<String, LocalUser> read = new LinkedHashMap<>();
        try {
            Map<String, Map<String, Object>> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            yaml.forEach((name, user) -> read.put(name, LocalUser.fromYaml(name, user)));
        } catch (IOException e) {
            throw new UncheckedIOException("The local users could not be read from " + file, e);
        }
        return read;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
