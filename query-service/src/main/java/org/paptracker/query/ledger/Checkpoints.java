package org.paptracker.query.ledger;

import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.springframework.stereotype.Component;

/** What the service puts its name to: that the first so many entries of the log have this root. */
@Component
public class Checkpoints {
    private final Ledger ledger;
    private final NoteSigner signer;
    private final Continuity continuity;

    Checkpoints(Ledger ledger, NoteSigner signer, Continuity continuity) {
        this.ledger = ledger;
        this.signer = signer;
        this.continuity = continuity;
    }

    /**
     * The C2SP checkpoint over the first {@code size} entries, signed; always the same bytes for the same size, while the
     * key is the same.
     *
     * @throws Refused {@code request.invalid-value} for a size below 0; {@code ledger.beyond-end} for one that the tree
     *     has not grown to
     * @throws Continuity.DoesNotContinue if it does not continue what was signed before
     */
    public String at(long size) {
        treeOf("size", size);
        return signer.sign("%s\n%d\n%s\n"
                .formatted(signer.name(), size, continuity.root(size).base64()));
    }

    /** Over everything so far. */
    String latest() {
        return at(ledger.size());
    }

    /** The tree over the first {@code size} entries, which the request calls {@code parameter}. */
    Tree treeOf(String parameter, long size) {
        if (size < 0) throw new Refused(Problem.malformed(parameter, "must be 0 or more"));
        long now = ledger.size();
        if (size > now) throw beyondEnd(now);
        return ledger.tree(size);
    }

    /** @param size of the checkpoint that was asked about, which is not all there is */
    static Refused notAmong(long position, long size, long all) {
        return new Refused(Problem.of(
                404,
                "ledger.beyond-end",
                "Position %d is not among the first %d entries, which \"size\" asks about. The ledger goes to position %d so far."
                        .formatted(position, size, all)));
    }

    static Refused beyondEnd(long size) {
        return new Refused(
                Problem.of(404, "ledger.beyond-end", "The ledger goes to position %d so far.".formatted(size)));
    }
}
