metadata description = 'The app on Flex Consumption: .NET 10, isolated worker, one user-assigned identity and no secret.'

param name string
param location string
param tags object
param identityId string
param identityClientId string
param deploymentContainerUri string

@description('Where the app\'s outgoing traffic goes through; null: the platform\'s network.')
param subnetId string?
param alwaysReadyHttp int
param alwaysReadyDurable int
param maximumInstances int

@description('Settings of what the app depends on.')
param settings object

var warm = [
  { name: 'http', instanceCount: alwaysReadyHttp }
  { name: 'durable', instanceCount: alwaysReadyDurable }
]

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  // azd finds the app to deploy to by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        alwaysReady: filter(warm, group => group.instanceCount > 0)
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // Tells Azure.Identity which identity is ours.
      AZURE_CLIENT_ID: identityClientId
      // The site's own start page stands at the root.
      AzureWebJobsDisableHomepage: 'true'
    })
  }

  // Deployments come by Entra ID alone: no user and password for FTP or Kudu.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
