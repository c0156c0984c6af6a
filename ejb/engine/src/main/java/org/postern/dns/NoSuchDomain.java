package org.postern.dns;

/** The name does not exist (NXDOMAIN, RFC 2308): a fact, and permanent. */
public record NoSuchDomain() implements NoAnswer {}
