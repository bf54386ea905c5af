package org.paptracker.query.account;

import java.util.Collection;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.Claims;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom the identity provider vouches for, and who that is here. */
final class IssuersUser extends DefaultOidcUser {
    private final transient Caller caller;

    /** @throws org.paptracker.platform.security.NotLetIn if what is said of the user can't be used */
    IssuersUser(OidcUser user, Collection<String> homePlans) {
        super(user.getAuthorities(), user.getIdToken());
        caller = Claims.caller(user.getClaims(), homePlans);
    }

    Caller caller() {
        return caller;
    }
}
