/**
 * Teaching: how a message becomes a sample, where samples and models are kept, and when a model is made anew.
 *
 * <p>May import {@code content}, {@code content.learn} and the JDK.
 */
package org.postern.content.teach;
