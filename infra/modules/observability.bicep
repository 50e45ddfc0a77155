metadata description = 'Logs and metrics: one workspace, one Application Insights component, no keys.'

import { monitoringMetricsPublisher } from 'roles.bicep'

param suffix string
param location string
param tags object
param retentionDays int

@description('Object id of the app\'s identity.')
param principalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-approvals-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true }
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-approvals-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Without keys nobody outside can write telemetry that hides what happened.
    DisableLocalAuth: true
  }
}

// Why: the app sends its telemetry as itself; the role can write and not read.
resource publish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, principalId, monitoringMetricsPublisher)
  scope: component
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output workspaceId string = workspace.id
output settings object = { APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString }
