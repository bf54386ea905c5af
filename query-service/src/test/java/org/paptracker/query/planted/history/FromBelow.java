package org.paptracker.query.planted.history;

import org.paptracker.query.planted.action.Neighbour;

class FromBelow {
    Neighbour neighbour = new Neighbour();
}
