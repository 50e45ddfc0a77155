metadata description = 'Tells people what the app cannot heal by itself. What the queries look for is a contract with the app: infra/README.md.'

param suffix string
param location string
param tags object
param emails string[]
param workspaceId string

resource people 'Microsoft.Insights/actionGroups@2024-10-01-preview' = {
  name: 'ag-approvals-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'approvals'
    emailReceivers: [for (email, i) in emails: { name: 'person-${i}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

// Each query ends in one number, its column `Value`. All look for our own words: what the host and its extensions say
// changes with their versions and is sampled.
var rules = [
  {
    name: 'orchestration-failed'
    title: 'An orchestration failed'
    description: 'The sweep has started it again from its stream; if this repeats, the request needs an admin.'
    severity: 2
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    query: '''
AppTraces
| where Message startswith "The orchestration of " and Message has "had failed"
| summarize Value = count()
'''
  }
  {
    name: 'dead-letters'
    title: 'Something could not be delivered'
    description: 'A mail, a card or a record was given up after all attempts and waits on the admin pages for a retry.'
    severity: 2
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    query: '''
AppTraces
| where Message startswith "Effect " and Message has "is a dead letter"
| summarize Value = count()
'''
  }
  {
    name: 'written-overdue'
    title: 'Requests for written approval are overdue'
    description: 'People were reminded and escalated to; the admin pages list the requests, overdue first.'
    severity: 3
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT1H'
    query: '''
AppTraces
| where Message startswith "Overdue: "
| parse Message with "Overdue: " Count: long " requests for written approval" *
| summarize Value = max(Count)
'''
  }
  {
    name: 'people-unread'
    title: 'People cannot be read from Entra ID'
    description: 'What was read last stays in force: who has joined, left or gone away since is not noticed. The sentence tells the kind of failure.'
    severity: 3
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT1H'
    query: '''
AppTraces
| where Message startswith "People could not be read from Entra ID"
| summarize Value = count()
'''
  }
  {
    name: 'sweep-missing'
    title: 'The sweep did not run'
    description: 'Without it nobody notices lost events and dead orchestrations. Look whether the app starts at all.'
    severity: 1
    operator: 'LessThan'
    threshold: 1
    every: 'PT15M'
    query: '''
AppTraces
| where Message startswith "Swept: "
| summarize Value = count()
'''
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${rule.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.every
      // A new workspace has no tables until the app first speaks.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
