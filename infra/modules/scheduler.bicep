metadata description = 'A Durable Task Scheduler with one task hub, in place of the host account\'s queues and tables.'

import { durableTaskDataContributor } from 'roles.bicep'

param suffix string
param location string
param tags object

@description('Object id of the app\'s identity.')
param principalId string

@description('Client id of the app\'s identity.')
param clientId string

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'dts-approvals-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // An empty list shuts everybody out; who comes in is decided by identity.
    ipAllowlist: ['0.0.0.0/0']
  }

  resource hub 'taskHubs' = {
    name: 'approvals'
  }
}

// Why: the app runs orchestrations as a worker, and admins suspend, terminate and purge them through it. At its own hub.
resource work 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler::hub.id, principalId, durableTaskDataContributor)
  scope: scheduler::hub
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// host.json names the storage account; settings of this prefix go before it. The code must be built for it:
// DurableTaskScheduler in src/Functions/Functions.csproj.
output settings object = {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler.properties.endpoint};TaskHub=${scheduler::hub.name};Authentication=ManagedIdentity;ClientID=${clientId}'
  AzureFunctionsJobHost__extensions__durableTask__hubName: scheduler::hub.name
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
}
