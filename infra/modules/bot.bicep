metadata description = 'Makes the app known to Teams as a bot that proves itself by the app\'s own identity.'

param name string
param tags object
param displayName string
param endpoint string
param identityId string
param identityClientId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  // Free: standard channels such as Teams are not metered.
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: subscription().tenantId
    msaAppType: 'UserAssignedMSI'
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true, acceptedTerms: true }
    }
  }
}
