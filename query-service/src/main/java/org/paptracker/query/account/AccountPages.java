package org.paptracker.query.account;

import java.util.Optional;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.platform.security.WhoIsAsking;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AccountPages {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String ACCOUNT = "/account";

    private final WhoIsAsking who;
    private final boolean elsewhere;

    AccountPages(WhoIsAsking who, ObjectProvider<SignInElsewhere> elsewhere) {
        this.who = who;
        this.elsewhere = elsewhere.getIfAvailable() != null;
    }

    /** @param failed why somebody is sent back here */
    @RequiresRight(Right.READ)
    @GetMapping(SIGN_IN)
    String signIn(@RequestParam Optional<String> failed, @RequestParam Optional<String> out, Model page) {
        page.addAttribute("elsewhere", elsewhere);
        page.addAttribute("out", out.isPresent());
        page.addAttribute(
                "failed",
                failed.map(NotWelcome.Why::of).map(NotWelcome.Why::sentence).orElse(null));
        return "sign-in";
    }

    @RequiresRight(Right.READ)
    @GetMapping(ACCOUNT)
    String account(Model page) {
        page.addAttribute("account", Account.of(who.caller()));
        return "account";
    }
}
