package org.paptracker.command.planted;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

record AxonCommand(@TargetAggregateIdentifier String stream) {}
