package org.paptracker.command.platform.http;

import static org.springframework.http.HttpHeaders.IF_MATCH;
import static org.springframework.http.HttpHeaders.IF_NONE_MATCH;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.AtomicBatch;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.Commands;
import org.paptracker.command.platform.axon.Receipt;
import org.paptracker.command.platform.axon.Replaces;
import org.paptracker.command.platform.axon.Request;
import org.paptracker.command.platform.guard.Guard;
import org.paptracker.fold.Provenance;
import org.paptracker.people.People;
import org.paptracker.platform.http.BodyFilter;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.http.RequestIdFilter;
import org.paptracker.platform.http.WrittenText;
import org.paptracker.platform.security.Caller;
import org.paptracker.platform.security.WhoIsAsking;
import org.paptracker.values.Sha256;
import org.paptracker.values.guard.OverrideCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends a command on behalf of the request that this thread serves: its caller and headers go in, its answer comes out. */
@Component
public class HttpCommands {
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String SOURCE = "X-Source";
    public static final String LOG_POSITION = "X-Log-Position";

    public static final String GUARD_OVERRIDE = "Guard-Override";

    private static final int LONGEST_SOURCE = 300;
    /** RFC 9651: a string, and parameters of it, which mean nothing here. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"\\s*(?:;.*)?");

    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
    /** Behind the version, an ETag may say how the people in the answer were called: nothing of that is written to. */
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]{1,64})?\"");

    private final HttpServletRequest request; // stands for the one of the moment
    private final WhoIsAsking who;
    private final People people;
    private final Commands commands;
    private final AtomicBatch together;
    private final Guard guard;

    HttpCommands(
            HttpServletRequest request,
            WhoIsAsking who,
            People people,
            Commands commands,
            AtomicBatch together,
            Guard guard) {
        this.request = request;
        this.who = who;
        this.people = people;
        this.commands = commands;
        this.together = together;
        this.guard = guard;
    }

    /** For what a PUT asks: 201 if that made it, else 200. */
    public ResponseEntity<Accepted> put(Command command, Object code) {
        Receipt receipt = commands.send(command, request(replaces()));
        return answer(
                ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK), command, code, receipt);
    }

    /** For a POST that makes something whose code its path does not say: 201, and where it is. */
    public ResponseEntity<Accepted> create(Command command, Object code) {
        Receipt receipt = commands.send(command, request());
        URI location = URI.create(request.getRequestURI() + "/" + code);
        return answer(ResponseEntity.created(location), command, code, receipt);
    }

    /**
     * The stream in which the very same request was recorded before; empty if it was not.
     *
     * @param streams how the names begin of the streams that it can have been recorded in
     */
    public Optional<String> streamBefore(String streams) {
        return commands.streamBefore(request(), streams);
    }

    public ResponseEntity<Accepted> post(Command command, Object code) {
        return answer(ResponseEntity.ok(), command, code, commands.send(command, request()));
    }

    /** The same, but {@code then} has more to do before the answer, and says where the log stands after it. */
    public ResponseEntity<Accepted> post(Command command, Object code, Supplier<Receipt> then) {
        commands.send(command, request());
        return answer(ResponseEntity.ok(), command, code, then.get());
    }

    /** Many commands at once. They are of many streams, so there is no one version to expect. */
    public AtomicBatch.Result send(List<AtomicBatch.Item> items, AtomicBatch.Keep keep) {
        Request asked = request();
        if (asked.expectedVersion() != null) throw malformed(IF_MATCH, "is not possible here; please leave it out");
        return together.send(items, asked, keep);
    }

    private ResponseEntity<Accepted> answer(
            ResponseEntity.BodyBuilder builder, Command command, Object code, Receipt receipt) {
        return builder.eTag("\"" + receipt.version() + "\"")
                .header(LOG_POSITION, Long.toString(receipt.position()))
                .body(new Accepted(
                        command.plan(),
                        code.toString(),
                        receipt.version(),
                        receipt.position(),
                        guard.warnings((Record) command, source())));
    }

    /** People who say which version they have seen may write over it; others only over their own work. ADR 32. */
    private Replaces replaces() {
        String header = header(IF_NONE_MATCH);
        if (header == null) return request.getHeader(IF_MATCH) == null ? Replaces.OWN_WORK : Replaces.ANYTHING;
        if (!header.strip().equals("*")) throw malformed(IF_NONE_MATCH, "must be *, for something that must be new");
        return Replaces.NOTHING;
    }

    private Request request() {
        if (request.getHeader(IF_NONE_MATCH) != null) {
            throw malformed(IF_NONE_MATCH, "is not possible here; please leave it out");
        }
        return request(Replaces.ANYTHING);
    }

    private Request request(Replaces replaces) {
        Caller caller = who.caller();
        Object id = request.getAttribute(RequestIdFilter.ATTRIBUTE);
        Provenance provenance = new Provenance(
                people.pseudonym(caller.subject(), caller.name()),
                caller.role().name(),
                caller.organisation(),
                id == null ? null : id.toString(),
                source());
        return new Request(
                provenance, caller.own(), key(caller), digest(), expectedVersion(), replaces, guardOverride());
    }

    private @Nullable String source() {
        String raw = request.getHeader(SOURCE);
        if (raw == null || raw.isBlank()) return null;
        String source = WrittenText.normal(HeadersInUtf8.decoded(raw));
        if (!WrittenText.isLine(source)) throw malformed(SOURCE, WrittenText.LINE_WORDS);
        if (source.length() > LONGEST_SOURCE) {
            throw malformed(SOURCE, "must be no longer than " + LONGEST_SOURCE + " characters");
        }
        return source;
    }

    /** Each caller has their own keys. */
    private @Nullable String key(Caller caller) {
        String key = header(IDEMPOTENCY_KEY);
        if (key == null) return null;
        if (key.startsWith("\"")) key = unquoted(key);
        if (!KEY.matcher(key).matches()) {
            throw malformed(IDEMPOTENCY_KEY, "must be 1 to 200 visible ASCII characters without spaces");
        }
        // A name may hold colons, too, if an identity provider gives such: nobody's keys may be another's.
        return caller.name().replace("%", "%25").replace(":", "%3A") + ":" + key;
    }

    /** Of two that contradict each other none can be followed. */
    private @Nullable String header(String name) {
        Enumeration<String> all = request.getHeaders(name);
        if (all == null || !all.hasMoreElements()) return null;
        String header = all.nextElement();
        if (all.hasMoreElements()) throw malformed(name, "is given more than once: give it once");
        return header;
    }

    /** A structured string, as the draft standard sends it: {@code "k"} is the same key as {@code k}. */
    private static String unquoted(String key) {
        Matcher quoted = QUOTED.matcher(key);
        if (!quoted.matches()) {
            throw malformed(IDEMPOTENCY_KEY, "begins with a quotation mark and has no closing one. Write k or \"k\"");
        }
        return quoted.group(1).replaceAll("\\\\(.)", "$1");
    }

    private String digest() {
        MessageDigest sha256 = Sha256.begin();
        String query = request.getQueryString();
        String asked = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        sha256.update((request.getMethod() + "\n" + asked + "\n").getBytes(StandardCharsets.UTF_8));
        Object body = request.getAttribute(BodyFilter.ATTRIBUTE);
        if (body instanceof byte[] bytes) sha256.update(bytes);
        return Sha256.hex(sha256);
    }

    private @Nullable Long expectedVersion() {
        String header = header(IF_MATCH);
        if (header == null) return null;
        Matcher version = VERSION.matcher(header);
        if (!version.matches()) {
            throw malformed(IF_MATCH, "must be one version in quotes, as an ETag gave it: \"7\"");
        }
        return Long.valueOf(version.group(1));
    }

    private @Nullable OverrideCode guardOverride() {
        String header = request.getHeader(GUARD_OVERRIDE);
        if (header == null) return null;
        if (!Pattern.matches(Code.SHAPE, header)) throw malformed(GUARD_OVERRIDE, "must be " + Code.WORDS);
        return new OverrideCode(header);
    }

    private static Refused malformed(String header, String message) {
        return new Refused(Problem.malformed(header, message));
    }
}
