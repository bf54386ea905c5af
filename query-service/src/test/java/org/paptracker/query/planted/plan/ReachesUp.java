package org.paptracker.query.planted.plan;

import org.paptracker.query.planted.progress.Above;

class ReachesUp {
    Above above = new Above();
}
