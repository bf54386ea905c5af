package org.paptracker.command.redaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.paptracker.command.platform.http.Accepted;
import org.paptracker.values.redaction.ShownPlace;

/**
 * The answer to a proposal.
 *
 * @param places all that hold the same words, the text itself first
 */
record Proposed(@JsonUnwrapped Accepted accepted, List<ShownPlace> places) {}
