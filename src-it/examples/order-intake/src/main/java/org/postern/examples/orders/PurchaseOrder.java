package org.postern.examples.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order. Its number is the name of the mail in the gateway, so that none is written down twice. */
@Entity
@Table(name = "orders")
public class PurchaseOrder {
    @Id
    private String number;
    private String customer;
    private String wish;
    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    /** For JPA. */
    protected PurchaseOrder() {}

    /**
     * Makes one of which nothing is known but the mail.
     *
     * @param number the name of the mail in the gateway
     * @param customer who is to hear of it; empty for a mail that came from nobody
     * @param wish what is ordered
     */
    public PurchaseOrder(String number, String customer, String wish) {
        this.number = number;
        this.customer = customer;
        this.wish = wish;
        this.confirmation = Confirmation.NONE;
    }

    public String number() {
        return number;
    }

    public String customer() {
        return customer;
    }

    public String wish() {
        return wish;
    }

    public Confirmation confirmation() {
        return confirmation;
    }

    /** Notes what became of the confirmation. What comes from several queues of the gateway may come in any order. */
    public void noted(Confirmation next) {
        if (next.isLaterThan(confirmation)) {
            confirmation = next;
        }
    }
}
