package org.postern.dns;

/** What the DNS says, or does not say, where there are no records to show. */
public sealed interface NoAnswer extends MxAnswer, AddressAnswer, NameAnswer, TextAnswer
        permits NoSuchDomain, NoData, Temporary {}
