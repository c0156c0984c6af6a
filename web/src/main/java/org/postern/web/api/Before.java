package org.postern.web.api;

/** Before which other one. */
public record Before(int before) {}
