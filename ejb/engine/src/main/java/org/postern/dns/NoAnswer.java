package org.postern.dns;

/** What the DNS says, or does not say, where there are no records to show. */
public sealed interface NoAnswer extends MxAnswer, AddressAnswer, NameAnswer permits NoSuchDomain, NoData, Temporary {}
