package org.postern.dns;

/** The name exists, but has no record of the type that was asked for (RFC 2308, 2.2). */
public record NoData() implements NoAnswer {}
