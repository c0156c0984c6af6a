package org.postern.store.parked;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import java.util.List;
import java.util.Map;

/**
 * That a message has an address which is sought, as JPQL.
 *
 * @param any conditions on a {@link ParkedAddressRow} {@code a}, each of which begins with a column that has an index; one of them is to hold
 * @param more what is to hold besides; empty for nothing
 */
record AddressClue(List<String> any, String more) {
    /** So many addresses are looked up at once, with their messages. */
    private static final int FEW = 1500;
    private static final String NONE = "1 = 0";

    static AddressClue of(String condition) {
        return new AddressClue(List.of(condition), "");
    }

    /** {@return whether it is worth while to go by the addresses} */
    boolean isFew(EntityManager entities, Map<String, Object> parameters) {
        long found = 0;
        for (String condition : any) {
            String column = condition.substring(0, condition.indexOf(' '));
            TypedQuery<Long> jpql = entities.createQuery("select count(*) from (select " + column
                    + " as found from ParkedAddressRow a where " + condition + " order by " + column + " limit "
                    + (FEW + 1) + ")", Long.class);
            jpql.getParameters().forEach(known -> jpql.setParameter(known.getName(), parameters.get(known.getName())));
            found += jpql.getSingleResult();
        }
        return found <= FEW;
    }

    /**
     * {@return the condition on a message {@code p}, to be added to another}
     *
     * @param isFew whether the database is to go by the addresses, and not to look for one with each message
     */
    String condition(boolean isFew) {
        String addresses = "(" + (any.isEmpty() ? NONE : String.join(" or ", any)) + ")" + more;
        return isFew
                ? " and p.key in (select a.id.parkedKey from ParkedAddressRow a where " + addresses + ")"
                : " and exists (select 1 from ParkedAddressRow a where a.id.parkedKey = p.key and " + addresses + ")";
    }
}
