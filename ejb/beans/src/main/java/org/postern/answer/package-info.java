/**
 * What applications are told of what they have handed in, and where they may be told.
 *
 * <p>Where an answer goes its receiver says: it is no more to be believed than any other word of a message, and leads nowhere that whoever hands mail in
 * could not write to himself.
 *
 * <p>May import {@code account}, {@code bounce}, {@code broker}, {@code config}, {@code event}, {@code limit}, {@code mail}, {@code routing}, {@code smtp.wire}, {@code jakarta.inject}, {@code jakarta.jms}, {@code jakarta.json},
 * {@code org.jboss.logging} and the JDK.
 */
package org.postern.answer;
