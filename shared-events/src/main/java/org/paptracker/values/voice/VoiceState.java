package org.paptracker.values.voice;

/** Life cycle of a voice: you said, we did, and what came of it. */
public enum VoiceState {
    HEARD,
    RESPONDED,
    CLOSED
}
