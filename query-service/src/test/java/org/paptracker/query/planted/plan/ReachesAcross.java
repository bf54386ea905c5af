package org.paptracker.query.planted.plan;

import org.paptracker.query.planted.action.Neighbour;

class ReachesAcross {
    Neighbour neighbour = new Neighbour();
}
