metadata description = 'Approvals: everything that one installation needs, in one resource group.'

@description('Names the installation in tags and in what people see, such as "production".')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Region of everything that has one.')
param location string = resourceGroup().location

@description('How often the data is kept: Standard_LRS, Standard_ZRS (three zones) or Standard_GZRS (and a second region).')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param dataRedundancy string = 'Standard_ZRS'

@description('For how many days nobody can delete a written record, a mail or an attachment; 0: no such policy. Locking it for good is a step by hand.')
@minValue(0)
@maxValue(146000)
param immutabilityDays int = 0

@description('Keeps the keys in a hardware module (premium vault). Cannot be changed once the keys exist.')
param hardwareKeys bool = false

@description('Keeps orchestrations in a Durable Task Scheduler instead of the host storage account.')
param durableTaskScheduler bool = false

@description('Puts storage and vault behind private endpoints and closes their public ones.')
param privateNetwork bool = false

@description('Instances kept warm for pages and the bot, which has seconds to answer.')
@minValue(0)
param alwaysReadyHttp int = 1

@description('Instances kept warm for orchestrations and activities; they can wait for a cold start.')
@minValue(0)
param alwaysReadyDurable int = 0

@description('The most instances that the app may grow to.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Address under which people reach the pages, such as "https://approvals.studio.example"; empty: the one that the platform gives.')
param siteBaseUrl string = ''

@description('The address that mails come from and that submitters write to, such as "approvals@studio.example".')
@minLength(3)
param mailbox string

@description('Whether the mailbox is in Exchange Online: then it is read through Microsoft Graph, and mails leave from it where no other server is named.')
param graphMail bool = false

@description('The server that takes mails, by STARTTLS on port 587; may be empty only with graphMail.')
param smtpHost string = ''

@description('Whom the app signs in as there; empty: no sign-in. The password is a secret, see vaultSettings.')
param smtpUser string = ''

@description('The name under which the receiving mail server writes Authentication-Results; empty: every mail is quarantined.')
param mailReceiver string = ''

@description('The PKCS#12 file that mails are signed with (S/MIME), as the app finds it, such as on a mounted share; empty: they are not signed. Its password is a secret, see vaultSettings.')
param mailSigningCertificate string = ''

@description('The roster in the app\'s policies folder by which people come from Entra ID, such as "people.yaml"; empty: they are those of directory.yaml.')
param peopleDocument string = ''

@description('Settings whose values people put into the vault: setting to name of secret, such as { Admin__Key: \'admin-key\' }. Put a secret in before a setting refers to it.')
param vaultSettings object = {}

@description('What people see as the name of the bot in Teams.')
param botDisplayName string = 'Approvals'

@description('Who is told when an alert fires; empty: alerts show in the portal alone.')
param alertEmails string[] = []

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

var suffix = uniqueString(resourceGroup().id, environmentName)
var tags = { application: 'approvals', 'azd-env-name': environmentName }
var appName = 'func-approvals-${suffix}'
var siteUrl = empty(siteBaseUrl) ? 'https://${appName}.azurewebsites.net' : siteBaseUrl

// One identity for the app and its bot: both run in the same process, so two would guard nothing.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-approvals-${suffix}'
  location: location
  tags: tags
}

module observability 'modules/observability.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: tags
    retentionDays: logRetentionDays
    principalId: identity.properties.principalId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: 'sthost${suffix}'
    location: location
    tags: tags
    isPrivate: privateNetwork
    principalId: identity.properties.principalId
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  params: {
    name: 'stdata${suffix}'
    location: location
    tags: tags
    redundancy: dataRedundancy
    immutabilityDays: immutabilityDays
    isPrivate: privateNetwork
    workspaceId: observability.outputs.workspaceId
    principalId: identity.properties.principalId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: 'kv-${suffix}'
    location: location
    tags: tags
    hardwareKeys: hardwareKeys
    isPrivate: privateNetwork
    workspaceId: observability.outputs.workspaceId
    vaultSettings: vaultSettings
    principalId: identity.properties.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    suffix: suffix
    location: location
    tags: tags
    hostStorageName: hostStorage.outputs.name
    dataStorageName: dataStorage.outputs.name
    vaultName: vault.outputs.name
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableTaskScheduler) {
  params: {
    suffix: suffix
    location: location
    tags: tags
    principalId: identity.properties.principalId
    clientId: identity.properties.clientId
  }
}

module functionApp 'modules/function-app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    deploymentContainerUri: hostStorage.outputs.deploymentContainerUri
    subnetId: network.?outputs.functionsSubnetId
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    maximumInstances: maximumInstances
    settings: union(
      hostStorage.outputs.settings,
      dataStorage.outputs.settings,
      vault.outputs.settings,
      observability.outputs.settings,
      scheduler.?outputs.settings ?? {},
      empty(mailReceiver) ? {} : { Mail__Receiver: mailReceiver },
      empty(smtpHost) ? {} : { Mail__Smtp__Host: smtpHost },
      empty(smtpUser) ? {} : { Mail__Smtp__User: smtpUser },
      empty(mailSigningCertificate) ? {} : { Mail__Signing__Certificate: mailSigningCertificate },
      graphMail ? { Graph__Mailbox: mailbox } : {},
      empty(peopleDocument) ? {} : { Graph__People__Document: peopleDocument },
      // Without the secret by which Graph proves itself the mailbox is looked into every five minutes, and not told of.
      graphMail && contains(vaultSettings, 'Graph__ClientState')
        ? { Graph__NotificationUrl: '${siteUrl}/api/graph/notifications' }
        : {},
      {
        Site__BaseUrl: siteUrl
        Mail__From: mailbox
        Teams__AppId: identity.properties.clientId
        Teams__TenantId: subscription().tenantId
      }
    )
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: 'bot-approvals-${suffix}'
    tags: tags
    displayName: botDisplayName
    endpoint: 'https://${functionApp.outputs.hostName}/api/messages'
    identityId: identity.id
    identityClientId: identity.properties.clientId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: tags
    emails: alertEmails
    workspaceId: observability.outputs.workspaceId
  }
}

@description('The function app to deploy the code to.')
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name

@description('Where people reach the pages.')
output SITE_URL string = siteUrl

@description('The bot\'s app id, for the Teams package.')
output BOT_ID string = identity.properties.clientId

@description('Object id of the app\'s service principal, for infra/exchange/Grant-MailboxAccess.ps1.')
output APP_PRINCIPAL_ID string = identity.properties.principalId
