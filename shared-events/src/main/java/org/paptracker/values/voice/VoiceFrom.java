package org.paptracker.values.voice;

/** Whose voice it is: a group of people, never a person. */
public enum VoiceFrom {
    PARENTS_AND_CARERS,
    CHILDREN_AND_YOUNG_PEOPLE,
    SCHOOLS,
    OTHER
}
