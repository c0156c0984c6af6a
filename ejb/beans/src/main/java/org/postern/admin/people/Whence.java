package org.postern.admin.people;

/**
 * Where somebody comes from, as far as those who guess passwords are told apart.
 *
 * @param network of one customer, by which failures are counted
 * @param wide what one attacker may have of such networks
 */
public record Whence(String network, String wide) {}
