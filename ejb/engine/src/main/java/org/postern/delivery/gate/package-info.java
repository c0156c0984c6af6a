/**
 * How much of the mail stands at one door at a time: places for each group of hosts, what a dead or slow destination may hold, and what an
 * operator has ordered about a destination. One lock, and all that it guards, is in this room; nothing here opens a connection.
 *
 * <p>May import {@code config}, {@code delivery.host}, {@code dns}, {@code limit}, {@code mail}, {@code network}, {@code queue}, {@code routing},
 * {@code sentence} and the JDK.
 */
package org.postern.delivery.gate;
