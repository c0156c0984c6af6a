/**
 * All settings of all rooms, gathered for the page that shows them and for those who read what is given.
 *
 * <p>May import {@code bounce}, {@code config}, {@code delivery}, {@code delivery.dane}, {@code delivery.gate}, {@code delivery.host},
 * {@code delivery.outcome}, {@code delivery.sts}, {@code delivery.tls}, {@code digest}, {@code dns}, {@code event}, {@code limit},
 * {@code policy.check}, {@code queue}, {@code report.send}, {@code routing}, {@code signing}, {@code sink}, {@code trust} and the JDK.
 */
package org.postern.config.catalogue;
