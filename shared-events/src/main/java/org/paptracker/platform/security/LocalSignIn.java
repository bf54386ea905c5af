package org.paptracker.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.paptracker.values.Sha256;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs local users in by name and password. Added to what Spring does: guesses are counted, and a password that was
 * right before is not hashed again, which takes a tenth of a second by design.
 */
public final class LocalSignIn extends DaoAuthenticationProvider {
    private final byte[] memoryKey = new byte[32];

    /** Digests of passwords that were right before. */
    private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();

    private final PasswordGuesses guesses = new PasswordGuesses(Ticker.systemTicker());

    public LocalSignIn(LocalUsers users) {
        super(users);
        setPasswordEncoder(LocalUsers.HASHES);
        new SecureRandom().nextBytes(memoryKey);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        String address = address(request);
        guesses.check(name, address);
        try {
            Authentication signedIn = super.authenticate(request);
            guesses.right(name, address);
            return signedIn;
        } catch (BadCredentialsException e) {
            guesses.wrong(name, address);
            throw e;
        } catch (InternalAuthenticationServiceException e) {
            // Nobody mistyped anything: this is a failure of ours, and not one to sign in.
            throw new IllegalStateException("The local users can't be read", e);
        }
    }

    private static String address(Authentication request) {
        if (!(request.getDetails() instanceof WebAuthenticationDetails details)) return "";
        return Objects.requireNonNullElse(details.getRemoteAddress(), "");
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken request) {
        byte[] digest = digest((LocalUser) user, String.valueOf(request.getCredentials()));
        if (MessageDigest.isEqual(digest, remembered.get(user.getUsername()))) return;
        super.additionalAuthenticationChecks(user, request);
        remembered.put(user.getUsername(), digest);
    }

    /** Bound to this process and to the hash on disk, so that a changed password is forgotten. */
    private byte[] digest(LocalUser user, String password) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(memoryKey);
        sha256.update(user.password().getBytes(StandardCharsets.UTF_8));
        return sha256.digest(password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication request, UserDetails user) {
        return SignInByToken.signedIn(((LocalUser) user).caller());
    }
}
