package org.paptracker.platform.store;

import com.mongodb.client.MongoDatabase;

/** Where the log lies. What is made of it lies in the {@link MongoDatabase} that is injected without this. */
public record LogDatabase(MongoDatabase database) {}
