package org.paptracker.log;

import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.paptracker.log.CommitProof.Trusted;

/** A commit that no rule has seen, with the signature that the command-service of a directory would give it. */
public final class SignedByHand {
    private SignedByHand() {}

    public static Document signed(Path directory, Document commit) {
        CommitProof proof =
                CommitProof.signing(CommitKeys.SIGNING.in(directory), () -> new Trusted(List.of(), Long.MAX_VALUE));
        commit.remove("signature");
        return commit.append("signature", proof.signed(Commit.from(commit)).signature());
    }
}
