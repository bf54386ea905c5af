package org.paptracker.planted.events;

import org.axonframework.messaging.MetaData;

/** Breaks the rule of LanguageTest, to show that it can fail. Nothing uses it. */
class KnowsAFramework {
    MetaData metadata = MetaData.emptyInstance();
}
