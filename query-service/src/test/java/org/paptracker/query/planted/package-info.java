/** Classes that break the rules of ArchitectureTest, to show that each rule can fail. Nothing uses them. */
package org.paptracker.query.planted;
