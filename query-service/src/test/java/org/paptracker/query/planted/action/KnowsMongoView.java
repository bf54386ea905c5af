package org.paptracker.query.planted.action;

import org.bson.Document;

class KnowsMongoView {
    Document document = new Document();
}
