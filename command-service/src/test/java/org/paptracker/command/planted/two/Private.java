package org.paptracker.command.planted.two;

public record Private(String business) {}
