-- Lists by whether what was allowed may still be done, in the order of lists.

ALTER TABLE summaries ADD COLUMN standing TEXT;

-- What was allowed before this version could only be in force.
UPDATE summaries SET standing = 'InForce' WHERE outcome IN ('Approved', 'Acknowledged');
CREATE INDEX summaries_standing ON summaries (standing, closed, urgency, age, request);
