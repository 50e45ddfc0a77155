metadata description = 'The two keys of an installation, which never leave the vault, and the few secrets that people put into it.'

import { keyVaultCryptoServiceEncryptionUser, keyVaultCryptoUser, keyVaultSecretsUser } from 'roles.bicep'

param name string
param location string
param tags object
param hardwareKeys bool
param isPrivate bool
param workspaceId string

@description('Settings whose values are secrets of the vault: the name of each setting, and of its secret.')
param vaultSettings object

@description('Object id of the app\'s identity.')
param principalId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: hardwareKeys ? 'premium' : 'standard' }
    enableRbacAuthorization: true
    // A record must be verifiable and a link readable after somebody deleted the vault by mistake or in anger.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }

  // Signs written records: ES256.
  resource recordKey 'keys' = {
    name: 'records'
    tags: tags
    properties: {
      kty: hardwareKeys ? 'EC-HSM' : 'EC'
      curveName: 'P-256'
      keyOps: ['sign', 'verify']
    }
  }

  // Wraps the key ring that protects mailed links; the ring lies in the data account.
  resource linkKey 'keys' = {
    name: 'links'
    tags: tags
    properties: {
      kty: hardwareKeys ? 'RSA-HSM' : 'RSA'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
    }
  }
}

// Why: the app signs written records. At this one key, so that it can use no other.
resource sign 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault::recordKey.id, principalId, keyVaultCryptoUser)
  scope: vault::recordKey
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCryptoUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Why: the app opens the key ring of mailed links at each start, and wraps new rings.
resource wrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault::linkKey.id, principalId, keyVaultCryptoServiceEncryptionUser)
  scope: vault::linkKey
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      keyVaultCryptoServiceEncryptionUser
    )
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Why: the platform reads the secrets that settings refer to, as the app. At the vault, which has no others, because a
// secret that nobody has put in yet cannot be a scope; not at all while no setting refers to one.
resource readSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(vaultSettings)) {
  name: guid(vault.id, principalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Who used or changed which key, and when.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
output settings object = union(
  mapValues(vaultSettings, secret => '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${secret})'),
  {
    // Without a version: a rotated key is taken up at the next start.
    KeyVault__RecordKey: vault::recordKey.properties.keyUri
    LinkKeys__WrappingKey: vault::linkKey.properties.keyUri
  }
)
